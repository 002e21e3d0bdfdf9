import { betaInverse, betaShare } from './special-functions.ts';
import type { VarianceSplit } from './statistics.ts';

/**
 * Return which share of the spread of the draws' means chance alone may make:
 * `count` shares from 0 to 1, upwards, each as likely as the next.
 *
 * The ratio of mean squares times that share follows Fisher's F; what is above 1
 * cannot be and is cut off (Box & Tiao, Bayesian Inference in Statistical
 * Analysis, 1973, ch. 5). A variance between draws that is estimated at nothing
 * is thus not taken for nothing: few draws could hide it. All 0 where there is
 * no chance, all 1 where the means lie closer than chance could bring them.
 */
export function sharesOfChance(
  { within, naiveBetween }: VarianceSplit,
  draws: number,
  each: number,
  count: number,
): Float64Array {
  if (within === 0) return new Float64Array(count);
  const [a, b] = [(draws - 1) / 2, (draws * (each - 1)) / 2];
  const ratio = (a * each * naiveBetween) / (b * within);
  const possible = betaShare(a, b, ratio / (1 + ratio), 1 / (1 + ratio));
  // Too far down the tail to be told apart: all of it is chance.
  if (!(possible > 1e-200)) return new Float64Array(count).fill(1);
  return Float64Array.from({ length: count }, (_, i) => {
    const x = betaInverse((possible * (i + 0.5)) / count, a, b);
    return Math.min(1, x / (1 - x) / ratio);
  });
}
