import type { ArmResult } from '../experiment/merge.ts';
import type { Measure } from '../measures/measure.ts';

/** Return one of an arm's totals, replication by replication. */
export function totalsOf(arm: ArmResult, index: number): Float64Array {
  const values = new Float64Array(arm.replications);
  for (let r = 0; r < values.length; r++) values[r] = arm.totals[r * arm.plan.totals + index];
  return values;
}

/**
 * Return a measure's value in each replication by itself, scaled; NaN where a
 * ratio has nothing under it. For showing futures apart, not for a mean of
 * ratios.
 */
export function replicationValues(arm: ArmResult, measure: Measure): Float64Array {
  const values = totalsOf(arm, measure.numerator);
  const under = measure.shape === 'ratio' ? totalsOf(arm, measure.denominator) : null;
  for (let r = 0; r < values.length; r++) {
    if (under && under[r] === 0) values[r] = NaN;
    else values[r] = (values[r] / (under ? under[r] : 1)) * measure.scale;
  }
  return values;
}
