import { decimalNumber, listOf } from './numbers.ts';

/** A calendar date; months from 1, days of the month from 1. */
export interface CalendarDate {
  year: number;
  month: number;
  day: number;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Days from 1 January 1970 to a date of the Gregorian calendar (H. Hinnant's days_from_civil). */
export function dayNumberOf(date: CalendarDate): number {
  const year = date.month <= 2 ? date.year - 1 : date.year;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const monthFromMarch = (date.month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + date.day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The date that many days from 1 January 1970; parts of a day are dropped (civil_from_days). */
export function dateOfDayNumber(dayNumber: number): CalendarDate {
  const day = Math.floor(dayNumber) + 719468;
  const era = Math.floor(day / 146097);
  const dayOfEra = day - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** Read "2027-04-01". Throws RangeError for anything else: the model's check has passed by then. */
export function readIsoDate(iso: string): CalendarDate {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!parts) throw new RangeError(`Not a date as YYYY-MM-DD: ${iso}.`);
  return { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
}

/** The date `days` after `start` (ISO). */
export function dateAfter(start: string, days: number): CalendarDate {
  return dateOfDayNumber(dayNumberOf(readIsoDate(start)) + Math.floor(days));
}

/** Days from `start` (ISO) to a date. */
export function daysUntil(start: string, date: CalendarDate): number {
  return dayNumberOf(date) - dayNumberOf(readIsoDate(start));
}

/**
 * The day number `months` whole calendar months after another, both counted
 * from `start` (ISO): the same day of the month, or the last where it is shorter.
 */
export function daysAfterMonths(start: string, days: number, months: number): number {
  const from = dateAfter(start, days);
  const count = from.year * 12 + (from.month - 1) + months;
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  const next = daysUntil(start, {
    year: month === 12 ? year + 1 : year,
    month: (month % 12) + 1,
    day: 1,
  });
  return Math.min(daysUntil(start, { year, month, day: from.day }), next - 1);
}

/** "1 April 2027", `days` after `start` (ISO). */
export function dateInWords(start: string, days = 0): string {
  const { year, month, day } = dateAfter(start, days);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** "April 2027", `months` whole calendar months after the month of `start`. */
export function monthInWords(start: string, months = 0): string {
  const { year, month } = readIsoDate(start);
  const count = year * 12 + (month - 1) + months;
  return `${MONTHS[((count % 12) + 12) % 12]} ${Math.floor(count / 12)}`;
}

/** "2027-28": the financial year, April to March, that a date falls in. */
export function financialYear(date: CalendarDate): string {
  const first = date.month >= 4 ? date.year : date.year - 1;
  const last = (first + 1) % 100;
  return `${first}-${last < 10 ? '0' : ''}${last}`;
}

/** "Monday"; 0 is Monday. */
export function weekdayInWords(weekday: number): string {
  return WEEKDAYS[weekday];
}

/** "Mon"; 0 is Monday. */
export function weekdayShort(weekday: number): string {
  return WEEKDAYS[weekday].slice(0, 3);
}

/** "Mon to Fri", "Tue and Thu", "Sat": days in any order, each said once. */
export function weekdaysInWords(weekdays: readonly number[]): string {
  const days = [...new Set(weekdays)].sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs[runs.length - 1];
    if (run && run[run.length - 1] === day - 1) run.push(day);
    else runs.push([day]);
  }
  const said = runs.flatMap((run) =>
    run.length > 2
      ? [`${weekdayShort(run[0])} to ${weekdayShort(run[run.length - 1])}`]
      : run.map(weekdayShort),
  );
  return listOf(said);
}

/** "10am", "2:30pm", "noon": an hour of the day as a number. */
export function hourInWords(hour: number): string {
  if (hour === 12) return 'noon';
  const whole = Math.floor(hour);
  const minutes = Math.round((hour - whole) * 60);
  const twelve = whole % 12 === 0 ? 12 : whole % 12;
  const past = minutes === 0 ? '' : `:${minutes < 10 ? '0' : ''}${minutes}`;
  return `${decimalNumber(twelve, 0)}${past}${whole < 12 || whole === 24 ? 'am' : 'pm'}`;
}
