/** Days in a mean month and a mean year: a rate "per month" means per 365.25/12 days. */
export const DAYS_A_YEAR = 365.25;
export const DAYS_A_MONTH = 365.25 / 12;

/** Days in each unit of time, by the singular word. */
const DAYS: ReadonlyMap<string, number> = new Map([
  ['minute', 1 / 1440],
  ['hour', 1 / 24],
  ['day', 1],
  ['week', 7],
  ['month', DAYS_A_MONTH],
  ['quarter', DAYS_A_YEAR / 4],
  ['year', DAYS_A_YEAR],
  ['financial year', DAYS_A_YEAR],
]);

/** Calendar months in each unit that has a whole number of them. */
const MONTHS: ReadonlyMap<string, number> = new Map([
  ['month', 1],
  ['quarter', 3],
  ['year', 12],
  ['financial year', 12],
]);

/** Return the singular of a unit of time, or null when the word is not one. */
export function timeUnit(word: string): string | null {
  const singular = word.endsWith('s') ? word.slice(0, -1) : word;
  return DAYS.has(singular) ? singular : null;
}

/** Return the days in a unit that `timeUnit` gave. */
export function daysIn(unit: string): number {
  const days = DAYS.get(unit);
  if (days === undefined) throw new Error(`“${unit}” is not a unit of time.`);
  return days;
}

/** Return the calendar months in a unit, or null for weeks, days and less. */
export function monthsIn(unit: string): number | null {
  return MONTHS.get(unit) ?? null;
}
