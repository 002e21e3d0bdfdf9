import type { RunResult } from '../experiment/merge.ts';
import type { Measure } from '../measures/measure.ts';

/**
 * Return a result with those measures, gaps and series alone that are wanted, over the same
 * numbers: a run has thousands of them by service and locality, and each interval takes its time.
 */
export function narrowResult(
  result: RunResult,
  isWanted: (of: Pick<Measure, 'id' | 'by' | 'headline'>) => boolean,
): RunResult {
  const other = ({ id, by }: Pick<Measure, 'id' | 'by'>) => isWanted({ id, by, headline: false });
  return {
    ...result,
    arms: result.arms.map((arm) => ({
      ...arm,
      plan: {
        ...arm.plan,
        measures: arm.plan.measures.filter(isWanted),
        gaps: arm.plan.gaps.filter(other),
        series: arm.plan.series.filter(other),
      },
    })),
  };
}
