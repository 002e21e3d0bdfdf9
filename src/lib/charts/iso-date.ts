import { dateAfter } from '../words/dates.ts';

/** "2027-04-01", `days` after `start` (ISO): dates as other programs read them. */
export function isoDate(start: string, days: number): string {
  const { year, month, day } = dateAfter(start, days);
  return `${year}-${two(month)}-${two(day)}`;
}

/** "2027-04", `months` whole calendar months after the month of `start`. */
export function isoMonth(start: string, months: number): string {
  const { year, month } = dateAfter(start, 0);
  const count = year * 12 + (month - 1) + months;
  return `${Math.floor(count / 12)}-${two((count % 12) + 1)}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
