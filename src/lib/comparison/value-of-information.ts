import { normalQuantile } from '../engine/elementary.ts';
import { fitted } from '../engine/linear-system.ts';
import { mean } from '../engine/sum.ts';

/**
 * By draw, how much better one option is than another, in the measure's own unit, as well as so few
 * draws tell it.
 */
export interface Gains {
  /** Places where the mean may lie, all equally likely. */
  centres: readonly number[];
  /** By draw: how far its own estimate lies from the mean, with the luck of its futures. */
  apart: Float64Array;
  /** How much of that distance may be the figures' own doing: shares, all equally likely. */
  kept: readonly number[];
}

/**
 * Return what it would be worth, on average, to know every figure before
 * choosing between two options: mean of the better of the two in each draw,
 * less the better of the two means. Never below 0.
 *
 * Chance is taken out of the draws. Where their mean lies is no figure that could be found out:
 * it is told for each place by itself, and averaged. Raiffa & Schlaifer, Applied Statistical
 * Decision Theory.
 */
export function worthOfAllFigures({ centres, apart, kept }: Gains): number {
  return mean(
    kept.map((share) =>
      worthAround(
        centres,
        apart.map((one) => share * one),
      ),
    ),
  );
}

/**
 * Return what it would be worth, on average, to know one figure before choosing,
 * the others staying unknown.
 *
 * What would be expected once the figure is known is the gain fitted by a cubic
 * in the figure's normal score, which also takes out the luck of single futures
 * (Strong, Oakley & Brennan, Medical Decision Making 34, 2014). Of a figure that
 * does nothing the fit leaves a little all the same: whoever uses it asks first
 * whether the gain follows the figure at all. Never more than to know them all,
 * which such a fit to few draws can pass. Null where it cannot be fitted.
 */
export function worthOfFigure(quantiles: ArrayLike<number>, gains: Gains): number | null {
  const score = Float64Array.from(quantiles, normalQuantile);
  const columns = [0, 1, 2, 3].map((power) => score.map((z) => powerOf(z, power)));
  const expected = fitted(columns, gains.apart);
  return expected && Math.min(worthAround(gains.centres, expected), worthOfAllFigures(gains));
}

/** The worth of telling such distances from the mean apart, over the places where it may lie. */
function worthAround(centres: readonly number[], apart: Float64Array): number {
  const middle = mean(apart);
  return mean(
    centres.map((centre) => {
      let best = 0;
      for (const one of apart) best += Math.max(0, centre + one);
      return Math.max(0, best / apart.length - Math.max(0, centre + middle));
    }),
  );
}

function powerOf(value: number, power: number): number {
  let product = 1;
  for (let i = 0; i < power; i++) product *= value;
  return product;
}
