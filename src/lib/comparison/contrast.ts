import { meanInterval } from '../engine/statistics.ts';
import type { MeasuredArm } from './difference.ts';
import { scaled, tTimes, type Interval } from './estimate.ts';
import { totalsOf } from './replication-values.ts';

/**
 * Return a sum of one measure over several arms, each with its sign, with its
 * interval at `level`: what assumed effects add is (scenario − baseline) − (the same
 * two without effects).
 *
 * Every replication is paired across all arms. Means have a t interval on the
 * replications' own sums; ratios of totals a jackknife that leaves the same
 * replication out of every arm. Null where any arm cannot be told, and where
 * there are fewer than two replications.
 */
export function contrast(
  parts: readonly (MeasuredArm & { sign: 1 | -1 })[],
  level = 0.95,
): Interval {
  const { replications } = parts[0].arm;
  if (replications < 2) return { value: null, low: null, high: null };
  const { scale, shape } = parts[0].measure;
  const over = parts.map(({ arm, measure }) => totalsOf(arm, measure.numerator));
  if (shape === 'mean') {
    const sums = new Float64Array(replications);
    parts.forEach(({ sign }, i) => {
      for (let r = 0; r < replications; r++) sums[r] += sign * over[i][r];
    });
    const { mean, halfWidth } = meanInterval(sums, level);
    return scaled(mean, halfWidth, scale);
  }
  const under = parts.map(({ arm, measure }) => totalsOf(arm, measure.denominator));
  const totals = parts.map((_part, i) => ({ over: sumOf(over[i]), under: sumOf(under[i]) }));
  const without = (r: number) =>
    parts.reduce(
      (sum, { sign }, i) =>
        sum + (sign * (totals[i].over - over[i][r])) / (totals[i].under - under[i][r]),
      0,
    );
  const all = parts.reduce(
    (sum, { sign }, i) => sum + (sign * totals[i].over) / totals[i].under,
    0,
  );
  const left = Array.from({ length: replications }, (_left, r) => without(r));
  const mean = sumOf(left) / replications;
  let squares = 0;
  for (const value of left) squares += (value - mean) * (value - mean);
  const standardError = Math.sqrt((squares * (replications - 1)) / replications);
  return scaled(all, tTimes(standardError, replications, level), scale);
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum;
}
