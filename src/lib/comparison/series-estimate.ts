import type { ArmResult } from '../experiment/merge.ts';
import type { Band, Series } from '../measures/measure.ts';
import { sampleQuantile } from '../engine/sample-quantile.ts';
import { measureKey } from './measure-key.ts';
import { totalsOf } from './replication-values.ts';
import type { SeriesBand, SeriesEstimate } from './summary.ts';

/** Replications from which a range of eight in ten is told. */
const FEWEST = 20;

/**
 * Return a monthly series over all replications: the mean of a month's totals,
 * or the total over the total. Months with nothing under a ratio are null.
 * Rounded to a ten-thousandth.
 */
export function seriesEstimate(arm: ArmResult, series: Series): SeriesEstimate {
  const { id, by, unit, shape, numerator, denominator, scale } = series;
  const values = Array.from({ length: arm.plan.months }, (_, month) => {
    const under = shape === 'ratio' ? arm.series[denominator + month] : arm.replications;
    if (under === 0) return null;
    return Math.round((arm.series[numerator + month] / under) * scale * 1e4) / 1e4;
  });
  const band = arm.plan.bands.find((one) => measureKey(one) === measureKey(series));
  return { id, by, unit, values, ...(band ? bandOf(arm, band) : {}) };
}

/** Where the middle eight in ten of single futures lie; none where there are too few of them. */
function bandOf(arm: ArmResult, { months, first, count }: Band): { band?: SeriesBand } {
  if (arm.replications < FEWEST) return {};
  const low: number[] = [];
  const high: number[] = [];
  for (let i = 0; i < count; i++) {
    const sorted = totalsOf(arm, first + i).sort();
    low.push(rounded(sampleQuantile(sorted, 0.1)));
    high.push(rounded(sampleQuantile(sorted, 0.9)));
  }
  return { band: { months, low, high } };
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
