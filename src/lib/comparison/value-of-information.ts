import { normalQuantile } from '../engine/elementary.ts';
import { fitted } from '../engine/linear-system.ts';
import { mean } from '../engine/sum.ts';

/**
 * Return what it would be worth, on average, to know every figure before
 * choosing between two options: mean of the better of the two in each draw,
 * less the better of the two means. Never below 0.
 *
 * `gains` are, by draw, how much better the one is than the other, in the
 * measure's own unit. Raiffa & Schlaifer, Applied Statistical Decision Theory.
 */
export function worthOfAllFigures(gains: ArrayLike<number>): number {
  let best = 0;
  for (let i = 0; i < gains.length; i++) best += Math.max(0, gains[i]);
  return Math.max(0, best / gains.length - Math.max(0, mean(gains)));
}

/**
 * Return what it would be worth, on average, to know one figure before choosing,
 * the others staying unknown.
 *
 * What would be expected once the figure is known is the gain fitted by a cubic
 * in the figure's normal score, which also takes out the luck of single futures
 * (Strong, Oakley & Brennan, Medical Decision Making 34, 2014). Of a figure that
 * does nothing the fit leaves a little all the same: whoever uses it asks first
 * whether the gain follows the figure at all. Null where it cannot be fitted.
 */
export function worthOfFigure(
  quantiles: ArrayLike<number>,
  gains: ArrayLike<number>,
): number | null {
  const score = Float64Array.from(quantiles, normalQuantile);
  const columns = [0, 1, 2, 3].map((power) => score.map((z) => powerOf(z, power)));
  const expected = fitted(columns, gains);
  return expected && worthOfAllFigures(expected);
}

function powerOf(value: number, power: number): number {
  let product = 1;
  for (let i = 0; i < power; i++) product *= value;
  return product;
}
