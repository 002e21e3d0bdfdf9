import { apart } from './rounding.ts';
import { sum } from './sum.ts';

/** A ratio of totals, or a difference of two, with its standard error. */
export interface RatioEstimate {
  estimate: number;
  standardError: number;
}

/**
 * Return total(numerators) / total(denominators) over replications, with the
 * standard error of leaving out one replication at a time.
 *
 * The estimate is the plain ratio of totals. In time linear in n. The standard
 * error is NaN for fewer than two replications, and so is everything that
 * divides by a total of 0. Throws RangeError for unequal lengths. (Efron &
 * Tibshirani, An Introduction to the Bootstrap, ch. 11.)
 */
export function jackknifeRatio(
  numerators: Float64Array,
  denominators: Float64Array,
): RatioEstimate {
  const kept = leaveOneOut(numerators, denominators);
  return {
    estimate: ratio(sum(numerators), sum(denominators)),
    standardError: spreadOf(kept),
  };
}

/**
 * Return the ratio of A less the ratio of B, with a standard error that leaves
 * the same replication out of both, so that shared luck cancels, and so does rounding.
 */
export function jackknifeRatioDifference(
  numeratorsA: Float64Array,
  denominatorsA: Float64Array,
  numeratorsB: Float64Array,
  denominatorsB: Float64Array,
): RatioEstimate {
  const kept = leaveOneOut(numeratorsA, denominatorsA);
  const keptB = leaveOneOut(numeratorsB, denominatorsB);
  if (kept.length !== keptB.length) {
    throw new RangeError(`${kept.length} replications against ${keptB.length}.`);
  }
  for (let i = 0; i < kept.length; i++) kept[i] = apart(kept[i], keptB[i]);
  return {
    estimate: apart(
      ratio(sum(numeratorsA), sum(denominatorsA)),
      ratio(sum(numeratorsB), sum(denominatorsB)),
    ),
    standardError: spreadOf(kept),
  };
}

function leaveOneOut(numerators: Float64Array, denominators: Float64Array): Float64Array {
  const n = numerators.length;
  if (denominators.length !== n) {
    throw new RangeError(`${n} numerators over ${denominators.length} denominators.`);
  }
  const over = sum(numerators);
  const under = sum(denominators);
  const ratios = new Float64Array(n);
  for (let i = 0; i < n; i++) ratios[i] = ratio(over - numerators[i], under - denominators[i]);
  return ratios;
}

function ratio(over: number, under: number): number {
  return under === 0 ? NaN : over / under;
}

/** The jackknife's standard error: (n - 1) / n times the squares about the mean, rooted. */
function spreadOf(kept: Float64Array): number {
  const n = kept.length;
  if (n < 2) return NaN;
  const middle = sum(kept) / n;
  const squares = new Float64Array(n);
  for (let i = 0; i < n; i++) squares[i] = (kept[i] - middle) * (kept[i] - middle);
  return Math.sqrt(((n - 1) / n) * sum(squares));
}
