import { jackknifeRatio } from '../engine/jackknife.ts';
import { meanInterval } from '../engine/statistics.ts';
import { totalsOf } from '../comparison/replication-values.ts';
import type { ArmResult } from '../experiment/merge.ts';
import type { Measure } from '../measures/measure.ts';

/** What a measure came to, and the standard error of running so few futures. */
export interface Measured {
  value: number;
  error: number;
}

/** Return a measure of an arm; NaN where a ratio has nothing under it. */
export function measured(arm: ArmResult, measure: Measure): Measured {
  const over = totalsOf(arm, measure.numerator);
  if (measure.shape === 'ratio') {
    const under = totalsOf(arm, measure.denominator);
    const { estimate, standardError } = jackknifeRatio(over, under);
    return { value: estimate * measure.scale, error: standardError * measure.scale };
  }
  const { mean, standardError } = meanInterval(over);
  return { value: mean * measure.scale, error: standardError * measure.scale };
}
