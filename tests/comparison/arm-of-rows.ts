import type { ArmResult } from '../../src/lib/experiment/merge.ts';
import type { Measure, MeasurePlan } from '../../src/lib/measures/measure.ts';

/** A mean of the first total. */
export const waits: Measure = {
  id: 'wait-mean',
  by: null,
  unit: 'days',
  shape: 'mean',
  numerator: 0,
  denominator: -1,
  scale: 1,
  better: 'lower',
  headline: true,
};

/** The second total of a hundred of the third. */
export const shares: Measure = {
  ...waits,
  id: 'cut-short-per-100',
  unit: 'per 100',
  shape: 'ratio',
  numerator: 1,
  denominator: 2,
  scale: 100,
};

/** An arm whose replications have these rows of totals. */
export function armOfRows(rows: number[][], more: Partial<MeasurePlan> = {}): ArmResult {
  const plan: MeasurePlan = {
    measures: [waits, shares],
    gaps: [],
    totals: rows[0]?.length ?? 3,
    series: [],
    months: 2,
    warmUpDays: 0,
    seriesSize: 4,
    bands: [],
    endings: { strata: [null], binEnds: [30, 60], reasons: ['left-early', 'still-going'] },
    ...more,
  };
  const sizes = plan.endings.strata.length * plan.endings.binEnds.length;
  return {
    id: 'an-arm',
    changes: [],
    plan,
    replications: rows.length,
    totals: Float64Array.from(rows.flat()),
    series: new Float64Array(plan.seriesSize),
    endings: new Float64Array(sizes * plan.endings.reasons.length),
    warmUp: new Float64Array(3 * rows.length).fill(NaN),
    followed: [],
    notes: [],
  };
}
