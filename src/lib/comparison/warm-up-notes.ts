import { jackknifeRatio } from '../engine/jackknife.ts';
import type { ArmResult } from '../experiment/merge.ts';
import { WARM_UP_HALVES } from '../experiment/prepared-arm.ts';
import { tTimes } from './estimate.ts';

/** A drift of the number in support beyond this share a year is said. */
const STEADY = 0.02;

/** In a shorter warm-up the year before the last is the one in which an empty model fills. */
const FILLED_DAYS = 3 * 365.25;

/**
 * Return a note when the number of people in support was clearly still rising
 * or falling at the end of the warm-up, by more than 2% a year; else none.
 *
 * The drift is the last half-year over the same half a year before, so that
 * seasons cancel, over all replications; it is clear when its whole 95% interval
 * lies beyond 2%. After a warm-up of less than three years that would still tell
 * how the model filled: there the last half-year must also lie clearly beyond
 * the half before it, and the smaller drift is told.
 */
export function warmUpNotes({ warmUp, replications, plan }: ArmResult): string[] {
  const half = (at: number) =>
    Float64Array.from({ length: replications }, (_, r) => warmUp[r * WARM_UP_HALVES + at]);
  const [yearBefore, halfBefore, lastHalf] = [0, 1, 2].map(half);
  const overYear = clearDrift(lastHalf, yearBefore, 1);
  const drifts =
    plan.warmUpDays < FILLED_DAYS ? [overYear, clearDrift(lastHalf, halfBefore, 2)] : [overYear];
  const isRising = overYear > 0;
  if (!drifts.every((drift) => (isRising ? drift > 0 : drift < 0))) return [];
  const percent = Math.round(Math.min(...drifts.map(Math.abs)) * 100);
  return [
    `When the model starts, the number of people in support is still ` +
      `${isRising ? 'rising' : 'falling'} by about ${percent}% a year: ` +
      `a longer warm-up would settle it.`,
  ];
}

/** Return by what share a year one span lies beyond another, `times` a year apart; 0 if unclear. */
function clearDrift(after: Float64Array, before: Float64Array, times: number): number {
  const { estimate, standardError } = jackknifeRatio(after, before);
  const drift = times * (estimate - 1);
  const least = Math.abs(drift) - times * tTimes(standardError, after.length);
  return least > STEADY ? drift : 0;
}
