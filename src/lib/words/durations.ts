import { countOf } from './numbers.ts';

export const DAYS_A_MONTH = 365.25 / 12;
export const DAYS_A_YEAR = 365.25;

/** "23 days", "1 day", "less than 1 day". */
export function days(value: number): string {
  return length(value, 1, 'day');
}

/** "12 weeks", of days. */
export function weeks(value: number): string {
  return length(value, 7, 'week');
}

/** "36 months", of days. */
export function months(value: number): string {
  return length(value, DAYS_A_MONTH, 'month');
}

/** "10 years", of days; half years are said, "2.5 years". */
export function years(value: number): string {
  const halves = Math.round((value / DAYS_A_YEAR) * 2) / 2;
  return value > 0 && halves === 0 ? 'less than 1 year' : countOf(halves, 'year', 'years', 0.5);
}

/** A length in the unit people would use: days to four weeks, weeks to six months, months to three years. */
export function lengthOfTime(value: number): string {
  const size = Math.abs(value);
  if (size < 28) return days(value);
  if (size < 6 * DAYS_A_MONTH) return weeks(value);
  if (size < 3 * DAYS_A_YEAR || isPartOfYear(size)) return months(value);
  return years(value);
}

/** True for 40 months, which "3.5 years" would change. */
function isPartOfYear(value: number): boolean {
  const halves = (value / DAYS_A_YEAR) * 2;
  return value < 5 * DAYS_A_YEAR && Math.abs(halves - Math.round(halves)) > 0.05;
}

function length(value: number, unitDays: number, unit: string): string {
  const amount = value / unitDays;
  if (amount > 0 && Math.round(amount) === 0) return `less than 1 ${unit}`;
  return countOf(amount, unit, `${unit}s`);
}
