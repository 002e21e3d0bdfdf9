/**
 * The proleptic Gregorian calendar in whole numbers, without Date and its time
 * zones. A day number counts days from 1 January 1970 (day 0); a month index
 * counts months from January of year 0.
 */

const DAYS_IN_400_YEARS = 146097;

/** A calendar date; months and days count from 1. */
export interface CalendarDate {
  year: number;
  month: number;
  day: number;
}

/** Return whether a year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Return how many days a month has; the month counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Return the day number of a date.
 *
 * Days beyond the month's end run on into the next; months must be 1 to 12.
 * (Hinnant, "chrono-compatible low-level date algorithms", 2013: the year
 * begins in March, so the leap day comes last.)
 */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_400_YEARS + dayOfEra - 719468;
}

/** Return the date of a day number, the inverse of dayNumber; parts of a day are dropped. */
export function fromDayNumber(number: number): CalendarDate {
  const shifted = Math.floor(number) + 719468;
  const era = Math.floor(shifted / DAYS_IN_400_YEARS);
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS;
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
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Return the day number of a date written `2027-04-01`, or null if it is no such date. */
export function parseIsoDate(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayNumber(year, month, day);
}

/** Return a day number as `2027-04-01`; for years 0 to 9999. */
export function formatIsoDate(number: number): string {
  const { year, month, day } = fromDayNumber(number);
  const padded = (value: number, digits: number) => String(value).padStart(digits, '0');
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** Return the day number so many calendar months on; 31 January + 1 is the last of February. */
export function addMonths(number: number, months: number): number {
  const { year, month, day } = fromDayNumber(number);
  const index = year * 12 + month - 1 + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return dayNumber(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Return the month index of a day: 12 × year + month - 1, so that months count on by 1. */
export function monthIndex(number: number): number {
  const { year, month } = fromDayNumber(number);
  return year * 12 + month - 1;
}

/** Return the day number on which a month, given by its index, begins. */
export function monthStart(index: number): number {
  const year = Math.floor(index / 12);
  return dayNumber(year, index - year * 12 + 1, 1);
}

/** Return the day number of the first month to begin on or after a day. */
export function monthStartOnOrAfter(number: number): number {
  return monthStart(monthIndex(Math.ceil(number) - 1) + 1);
}

/** Return the financial year of a day, April to March, by the year it begins in. */
export function financialYear(number: number): number {
  const { year, month } = fromDayNumber(number);
  return month >= 4 ? year : year - 1;
}

/** Return the day of the week, 0 for Monday to 6 for Sunday. */
export function weekday(number: number): number {
  const fromMonday = Math.floor(number) + 3;
  return fromMonday - 7 * Math.floor(fromMonday / 7);
}

/** Stretches of calendar time over a span of days: months or financial years. */
export interface CalendarTable {
  /** Month index, or the year a financial year begins in, of the first stretch. */
  first: number;
  /**
   * Where each stretch begins and the last one ends, in days from the start
   * date; one more than there are stretches. The first is at or before the
   * span, the last at or after its end.
   */
  boundaries: Float64Array;
}

/**
 * Return the calendar months that cover `fromDays` to `toDays`, counted in days
 * from `start`, itself a day number. A span that ends where a month begins
 * does not cover that month. Throws RangeError when the span is empty.
 */
export function monthTable(start: number, fromDays: number, toDays: number): CalendarTable {
  return table(start, fromDays, toDays, monthIndex, monthStart);
}

/** Return the financial years that cover a span, as monthTable does months. */
export function financialYearTable(start: number, fromDays: number, toDays: number): CalendarTable {
  return table(start, fromDays, toDays, financialYear, (year) => dayNumber(year, 4, 1));
}

function table(
  start: number,
  fromDays: number,
  toDays: number,
  indexOf: (day: number) => number,
  startOf: (index: number) => number,
): CalendarTable {
  if (!(fromDays < toDays && toDays - fromDays < Infinity)) {
    throw new RangeError(`No days from ${fromDays} to ${toDays}.`);
  }
  const first = indexOf(start + Math.floor(fromDays));
  const last = indexOf(start + Math.ceil(toDays) - 1);
  const boundaries = new Float64Array(last - first + 2);
  for (let i = 0; i < boundaries.length; i++) boundaries[i] = startOf(first + i) - start;
  return { first, boundaries };
}
