import { studentTQuantile } from '../engine/statistics.ts';
import type { Difference, Summary } from './summary.ts';

/** How surely a range of one comparison holds by itself. */
const ALONE = 0.95;

/** How surely each of so many ranges must hold by itself for all to hold together: Bonferroni. */
export function levelTogether(comparisons: number): number {
  return 1 - (1 - ALONE) / Math.max(1, comparisons);
}

/**
 * Return a summary in which the ranges of differences hold together for so many comparisons, with
 * 95%: by default as many as it has. Ranges that hold more surely than that stay as they are.
 *
 * A range is its estimate and Student's t, with one degree of freedom less than there are
 * replications, times the standard error: another level changes t alone. What was said over drawn
 * figures, and of single futures, is no such range and stays.
 */
export function heldTogether(summary: Summary, comparisons = summary.comparisons.length): Summary {
  const level = levelTogether(comparisons);
  const before = summary.simultaneous?.level ?? ALONE;
  if (level <= before) return summary;
  const { replications } = summary;
  const times = replications < 2 ? 1 : tOf(level, replications) / tOf(before, replications);
  return {
    ...summary,
    comparisons: summary.comparisons.map((comparison) => ({
      ...comparison,
      differences: comparison.differences.map((difference) => widened(difference, times)),
    })),
    simultaneous: { comparisons, level },
  };
}

function tOf(level: number, replications: number): number {
  return studentTQuantile(0.5 + level / 2, replications - 1);
}

function widened(difference: Difference, times: number): Difference {
  const { contractDatesAlone, assumedEffects, otherRenewal } = difference;
  return {
    ...difference,
    ...wider(difference, times),
    contractDatesAlone: contractDatesAlone && wider(contractDatesAlone, times),
    assumedEffects: assumedEffects && wider(assumedEffects, times),
    ...(otherRenewal ? { otherRenewal: wider(otherRenewal, times) } : {}),
  };
}

type Range = Pick<Difference, 'difference' | 'low' | 'high'>;

function wider({ difference, low, high }: Range, times: number): Range {
  if (difference === null || low === null || high === null) return { difference, low, high };
  return {
    difference,
    low: difference - (difference - low) * times,
    high: difference + (high - difference) * times,
  };
}
