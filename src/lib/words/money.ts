import { decimalNumber, roundTo, wholeNumber } from './numbers.ts';

/** The step to which an amount of this size is rounded when it is said. */
export function moneyStep(pounds: number): number {
  const size = Math.abs(pounds);
  if (size >= 999_950_000) return 100_000_000;
  if (size >= 999_500) return 100_000;
  if (size >= 9_950) return 1_000;
  if (size >= 1_000) return 100;
  return 1;
}

/**
 * "£2.4 million", "£46,000", "£950", "minus £3,200": for sentences. A finer
 * `step` gives more digits: "£2.41 million", "£2,412,300".
 */
export function money(pounds: number, step = moneyStep(pounds)): string {
  const rounded = roundTo(pounds, step);
  const size = Math.abs(rounded);
  const sign = rounded < 0 ? 'minus ' : '';
  if (pounds !== 0 && size === 0) return `${pounds < 0 ? 'minus ' : ''}less than ${money(step, 1)}`;
  if (size >= 1_000_000 && step < 1_000) return `${sign}£${wholeNumber(size)}`;
  if (size >= 1_000_000_000)
    return `${sign}£${trimmed(size / 1_000_000_000, step / 1_000_000_000)} billion`;
  if (size >= 1_000_000) return `${sign}£${trimmed(size / 1_000_000, step / 1_000_000)} million`;
  return `${sign}£${wholeNumber(size)}`;
}

/** "£1,282,913": to the pound, for tables. */
export function moneyExact(pounds: number): string {
  const rounded = roundTo(pounds, 1);
  return `${rounded < 0 ? 'minus ' : ''}£${wholeNumber(Math.abs(rounded))}`;
}

/** "2.4", but "2" rather than "2.0"; more digits only for a finer step. */
function trimmed(value: number, step: number): string {
  const places = step >= 0.099 ? 1 : step >= 0.0099 ? 2 : step >= 0.00099 ? 3 : 4;
  return decimalNumber(value, places).replace(/\.?0+$/, '');
}
