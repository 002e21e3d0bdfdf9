import type { Difference, Estimate } from './summary.ts';

/**
 * What a scenario does to a gap. `opens`: there is none for sure now, and there
 * is one then; `closes over`: it is turned round, and others have less then.
 */
export type GapChange =
  'widens' | 'narrows' | 'opens' | 'closes over' | 'no clear difference' | 'cannot tell';

type Ranged = Pick<Estimate, 'mean' | 'low' | 'high'>;

/**
 * Return what a scenario does to a gap, from the paired difference of the two
 * gaps: clear only where the range of that leaves zero out. A change of a gap
 * that is not clear in either scenario is no clear difference either.
 */
export function gapChange(now: Ranged, then: Ranged, apart: Difference | null): GapChange {
  if (apart === null || apart.difference === null || apart.low === null || apart.high === null) {
    return 'cannot tell';
  }
  const moved = signOf({ mean: apart.difference, low: apart.low, high: apart.high });
  if (moved === 0) return 'no clear difference';
  const [before, after] = [signOf(now), signOf(then)];
  if (before === 0) return after === moved ? 'opens' : 'no clear difference';
  if (moved === before) return 'widens';
  return after === moved ? 'closes over' : 'narrows';
}

/** The sign of a figure whose range leaves zero out; else 0. */
export function signOf({ low, high }: Ranged): -1 | 0 | 1 {
  if (low !== null && low > 0) return 1;
  return high !== null && high < 0 ? -1 : 0;
}
