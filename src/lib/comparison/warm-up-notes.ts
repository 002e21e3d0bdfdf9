import { jackknifeRatio } from '../engine/jackknife.ts';
import type { ArmResult } from '../experiment/merge.ts';
import { tTimes } from './estimate.ts';

/** A drift of the number in support beyond this share a year is said. */
const STEADY = 0.02;

/**
 * Return a note when the number of people in support was clearly still rising
 * or falling at the end of the warm-up, by more than 2% a year; else none.
 *
 * The drift is the last year over the one before, over all replications; it is
 * clear when its whole 95% interval lies beyond 2%.
 */
export function warmUpNotes({ warmUp, replications }: ArmResult): string[] {
  const lastYear = new Float64Array(replications);
  const yearBefore = new Float64Array(replications);
  for (let r = 0; r < replications; r++) {
    yearBefore[r] = warmUp[r * 2];
    lastYear[r] = warmUp[r * 2 + 1];
  }
  const { estimate, standardError } = jackknifeRatio(lastYear, yearBefore);
  const drift = estimate - 1;
  const least = Math.abs(drift) - tTimes(standardError, replications);
  if (!(least > STEADY)) return [];
  const percent = Math.round(Math.abs(drift) * 100);
  return [
    `When the model starts, the number of people in support is still ` +
      `${drift > 0 ? 'rising' : 'falling'} by about ${percent}% a year: ` +
      `a longer warm-up would settle it.`,
  ];
}
