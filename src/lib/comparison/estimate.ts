import { jackknifeRatio } from '../engine/jackknife.ts';
import { meanInterval, studentTQuantile } from '../engine/statistics.ts';
import type { ArmResult } from '../experiment/merge.ts';
import type { Measure } from '../measures/measure.ts';
import { boundsOf, NO_BOUNDS, heldWithin } from './bounds.ts';
import { totalsOf } from './replication-values.ts';
import type { Estimate } from './summary.ts';

/** A value with its 95% interval; null where it cannot be told. */
export interface Interval {
  value: number | null;
  low: number | null;
  high: number | null;
}

/**
 * Return a measure's mean over replications with its 95% interval.
 *
 * A mean has a t interval; a ratio is the total over the total, with the
 * jackknife's standard error and t with n - 1 degrees. The mean is null where
 * a ratio has nothing under it; the interval is null as well where there are
 * fewer than two replications.
 */
export function estimate(arm: ArmResult, measure: Measure): Estimate {
  const { id, by, unit, better, headline } = measure;
  const wide = intervalOf(arm, measure);
  const bounds = wide.value === null ? NO_BOUNDS : boundsOf(wide.value, measure);
  const { value: mean, low, high } = heldWithin(wide, bounds);
  return { id, by, unit, mean, low, high, better, headline };
}

/** Return a measure over replications with its 95% interval, wherever its ends lie. */
export function intervalOf(arm: ArmResult, measure: Measure): Interval {
  const { numerator, denominator, scale } = measure;
  const over = totalsOf(arm, numerator);
  if (measure.shape === 'mean') {
    const { mean, halfWidth } = meanInterval(over);
    return scaled(mean, halfWidth, scale);
  }
  const { estimate, standardError } = jackknifeRatio(over, totalsOf(arm, denominator));
  return scaled(estimate, tTimes(standardError, arm.replications), scale);
}

/** Return half the width of an interval; NaN for fewer than two replications. */
export function tTimes(standardError: number, replications: number, level = 0.95): number {
  if (replications < 2) return NaN;
  if (standardError === 0) return 0;
  return studentTQuantile(0.5 + level / 2, replications - 1) * standardError;
}

/** Return the interval of a value times a scale; what is no number is null. */
export function scaled(value: number, halfWidth: number, scale: number): Interval {
  if (!Number.isFinite(value)) return { value: null, low: null, high: null };
  if (!Number.isFinite(halfWidth)) return { value: value * scale, low: null, high: null };
  return {
    value: value * scale,
    low: (value - halfWidth) * scale,
    high: (value + halfWidth) * scale,
  };
}
