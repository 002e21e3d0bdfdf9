const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Return the days from 1 January 1970 to a date such as "2027-04-01", or null
 * when the text is not a date of the years 1900 to 2200.
 */
export function calendarDay(text: string): number | null {
  const found = ISO_DATE.exec(text);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map(Number);
  if (year < 1900 || year > 2200 || month < 1 || month > 12) return null;
  const leap = isLeap(year) && month === 2 ? 1 : 0;
  if (day < 1 || day > LENGTHS[month - 1] + leap) return null;
  return dayOf(year, month, day);
}

/**
 * Return the days from a date to the same day of the month so many months on; a month that has no such
 * day ends it on its last. Throws RangeError where `date` is none.
 */
export function daysToMonthsOn(date: string, months: number): number {
  const from = calendarDay(date);
  if (from === null) throw new RangeError(`“${date}” is not a date.`);
  const [year, month, day] = date.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const [lastYear, lastMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const leap = isLeap(lastYear) && lastMonth === 2 ? 1 : 0;
  return dayOf(lastYear, lastMonth, Math.min(day, LENGTHS[lastMonth - 1] + leap)) - from;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Years begin in March here, so that the leap day is a year's last. */
function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const m = (month + 9) % 12;
  const before = Math.floor((153 * m + 2) / 5) + day - 1;
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leaps + before - 719468;
}
