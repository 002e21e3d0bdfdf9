import { twoByTwo } from '../engine/rounding.ts';
import { meanInterval } from '../engine/statistics.ts';
import { boundsApart, heldWithin } from './bounds.ts';
import type { MeasuredArm } from './difference.ts';
import { scaled, tTimes, type Interval } from './estimate.ts';
import { totalsOf } from './replication-values.ts';

/** One measure in one arm, to be added or taken away. */
export type SignedArm = MeasuredArm & { sign: 1 | -1 };

/**
 * Return a sum of one measure over several arms, each with its sign, with its
 * 95% interval: what assumed effects add is (scenario − the same without
 * effects) + (baseline without effects − baseline).
 *
 * Every replication is paired across all arms. Means have a t interval on the
 * replications' own sums; ratios of totals a jackknife that leaves the same
 * replication out of every arm. Arms are added two by two, in the order given, so
 * that two with the same bits and other signs leave exactly zero. The interval ends where no such sum
 * can lie. Null where any arm cannot be told, and where there are fewer than two replications.
 */
export function contrast(parts: readonly SignedArm[]): Interval {
  return heldWithin(wideContrast(parts), boundsApart(parts[0].measure, parts.length / 2));
}

function wideContrast(parts: readonly SignedArm[]): Interval {
  const { arm, measure } = parts[0];
  const { replications } = arm;
  if (replications < 2) return { value: null, low: null, high: null };
  const { scale, shape } = measure;
  if (shape === 'mean') {
    const over = parts.map(({ arm, measure }) => totalsOf(arm, measure.numerator));
    const sums = Float64Array.from({ length: replications }, (_sum, r) =>
      twoByTwo(parts.map(({ sign }, i) => sign * over[i][r])),
    );
    const { mean, halfWidth } = meanInterval(sums);
    return scaled(mean, halfWidth, scale);
  }
  const ratios = parts.map(ratioOf);
  const value = (without: number | null) =>
    twoByTwo(parts.map(({ sign }, i) => sign * ratios[i](without)));
  const left = Array.from({ length: replications }, (_left, r) => value(r));
  const mean = sumOf(left) / replications;
  let squares = 0;
  for (const value of left) squares += (value - mean) * (value - mean);
  const standardError = Math.sqrt((squares * (replications - 1)) / replications);
  return scaled(value(null), tTimes(standardError, replications), scale);
}

/** Reads a ratio of totals over all replications but one; null leaves out none. */
function ratioOf({ arm, measure }: MeasuredArm): (without: number | null) => number {
  const [over, under] = [measure.numerator, measure.denominator].map((at) => totalsOf(arm, at));
  const [all, below] = [sumOf(over), sumOf(under)];
  return (without) =>
    without === null ? all / below : (all - over[without]) / (below - under[without]);
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum;
}
