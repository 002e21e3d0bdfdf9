import type { Difference } from '../comparison/summary.ts';
import type { Unit } from '../measures/measure.ts';
import { wholeNumber } from './numbers.ts';

/** What may be said of a difference, given its range. */
export type Verdict =
  'better' | 'worse' | 'higher' | 'lower' | 'no clear difference' | 'cannot tell';

type Judged = Pick<Difference, 'difference' | 'low' | 'high' | 'better'>;

/** Clear only where the range leaves zero out; "higher" and "lower" where neither is better. */
export function verdict({ difference, low, high, better }: Judged): Verdict {
  if (difference === null || low === null || high === null) return 'cannot tell';
  if (low <= 0 && high >= 0) return 'no clear difference';
  if (better === 'neither') return difference > 0 ? 'higher' : 'lower';
  return difference > 0 === (better === 'higher') ? 'better' : 'worse';
}

/** Whether the range of a difference leaves zero out. */
export function isClear(difference: Judged): boolean {
  return !['no clear difference', 'cannot tell'].includes(verdict(difference));
}

/**
 * Whether a difference is clear, and so large that it counts: at least half of one in 100, half a
 * day, or half of one of whatever is counted. With many runs much smaller ones are clear; they
 * matter to nobody.
 */
export function isMuch(difference: Judged & Pick<Difference, 'unit'>): boolean {
  return (
    isClear(difference) && Math.abs(difference.difference ?? 0) >= leastThatCounts(difference.unit)
  );
}

/** Whether all of a difference's range is less than what counts: it can be said to hardly change. */
export function isSurelyHardly({ low, high, unit }: Judged & Pick<Difference, 'unit'>): boolean {
  if (low === null || high === null) return false;
  return Math.max(Math.abs(low), Math.abs(high)) < leastThatCounts(unit);
}

/** What `isMuch` asks for at least, in words. */
export const COUNTS = 'half of one in 100, or half a day';

/** What is less than that. */
export const HARDLY = `less than ${COUNTS}`;

/** The smallest difference that counts, in the measure's own unit. */
export function leastThatCounts(unit: Unit): number {
  switch (unit) {
    case 'ratio':
      return 0.005;
    case 'posts':
    case 'workers':
      return 0.05;
    case 'GBP':
      return 500;
    default:
      return 0.5;
  }
}

/** The sign of a difference whose range leaves zero out; else 0. */
export function clearSignOf({ low, high }: Pick<Difference, 'low' | 'high'>): -1 | 0 | 1 {
  if (low !== null && low > 0) return 1;
  return high !== null && high < 0 ? -1 : 0;
}

/** What a share in which a scenario does better is of: runs at the best figures, or drawn ones. */
export type ShareOf = 'runs' | 'sets' | 'futures';

/**
 * "better in 96 of 100 runs", "better in 9 of 10 runs" where no more were run, or of sets of
 * plausible figures, or of futures each with its own; null where it cannot be said. Halves of ties
 * are rounded away from certainty. Of a part of them it says that it is of those that can be told.
 */
export function howOften(
  shareBetter: number | null,
  runs: number,
  of: ShareOf = 'runs',
  isPart = false,
): string | null {
  if (shareBetter === null) return null;
  // What was run ten times is not said as if it had been a hundred.
  const all = Math.min(runs, 100);
  const better = shareBetter * all;
  const told = `${all} ${of}${isPart ? ' in which both can be told' : ''}`;
  if (better > 0 && better < 1) return `better in fewer than 1 of ${told}`;
  if (better < all && better > all - 1) return `better in more than ${all - 1} of ${told}`;
  return `better in ${wholeNumber(better)} of ${told}`;
}

/** In how many of so many runs a scenario does better; null where neither less nor more is. */
export function howOftenBetter(
  { better, shareBetter, runsTold }: Pick<Difference, 'better' | 'shareBetter' | 'runsTold'>,
  runs: number,
): string | null {
  if (better === 'neither') return null;
  return howOften(shareBetter, runsTold ?? runs, 'runs', runsTold !== undefined);
}

/** What the ranges beside results do and do not hold. */
export function rangeExplained(replications: number): string {
  const runs = `${wholeNumber(replications)} ${replications === 1 ? 'run' : 'runs'}`;
  return `Each run is one possible future. The ranges come from ${runs} with different luck. They do not hold the doubt about the figures put in.`;
}
