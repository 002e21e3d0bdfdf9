import { studentTQuantile } from '../engine/statistics.ts';
import { boundsApart, heldWithin, type Bounds } from './bounds.ts';
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
 * replications, times the standard error: another level changes t alone. An end beyond which nothing
 * can lie stays there. What was said over drawn figures, and of single futures, is no such range and
 * stays.
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
  // What is told of a gap is a difference of differences already.
  const deep = difference.id === 'deprivation-gap' ? 2 : 1;
  const bounds = boundsApart(difference, deep);
  return {
    ...difference,
    ...wider(difference, times, bounds),
    contractDatesAlone: contractDatesAlone && wider(contractDatesAlone, times, bounds),
    assumedEffects:
      assumedEffects && wider(assumedEffects, times, boundsApart(difference, 2 * deep)),
    ...(otherRenewal ? { otherRenewal: wider(otherRenewal, times, bounds) } : {}),
  };
}

type Range = Pick<Difference, 'difference' | 'low' | 'high'>;

function wider({ difference, low, high }: Range, times: number, bounds: Bounds): Range {
  if (difference === null || low === null || high === null) return { difference, low, high };
  const wide = {
    difference,
    low: difference - (difference - low) * times,
    high: difference + (high - difference) * times,
  };
  return heldWithin(wide, bounds);
}
