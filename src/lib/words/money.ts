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

/** "£2.4 million", "£46,000", "£950", "minus £3,200": for sentences. */
export function money(pounds: number): string {
  const rounded = roundTo(pounds, moneyStep(pounds));
  const size = Math.abs(rounded);
  const sign = rounded < 0 ? 'minus ' : '';
  if (pounds !== 0 && size === 0) return pounds < 0 ? 'minus less than £1' : 'less than £1';
  if (size >= 1_000_000_000) return `${sign}£${trimmed(size / 1_000_000_000)} billion`;
  if (size >= 1_000_000) return `${sign}£${trimmed(size / 1_000_000)} million`;
  return `${sign}£${wholeNumber(size)}`;
}

/** "£1,282,913": to the pound, for tables. */
export function moneyExact(pounds: number): string {
  const rounded = roundTo(pounds, 1);
  return `${rounded < 0 ? 'minus ' : ''}£${wholeNumber(Math.abs(rounded))}`;
}

/** "2.4", but "2" rather than "2.0". */
function trimmed(value: number): string {
  return decimalNumber(value, 1).replace(/\.0$/, '');
}
