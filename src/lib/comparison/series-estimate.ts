import type { ArmResult } from '../experiment/merge.ts';
import type { Series } from '../measures/measure.ts';
import type { SeriesEstimate } from './summary.ts';

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
  return { id, by, unit, values };
}
