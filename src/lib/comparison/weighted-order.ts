/**
 * An order of scenarios by what matters to a reader: weights on groups of measures, and nothing
 * else. It is arithmetic on differences that are shown beside it; it recommends nothing.
 *
 * Of each measure the difference from the baseline counts, positive where the scenario does
 * better, over the widest gap between any two of the scenarios and the baseline. So every measure
 * counts alike, whatever its unit. A group's part is the mean over its measures; the score is the
 * sum of the parts by weight over the sum of the weights, times 100: +100 would be best, and better
 * than the baseline, in everything that has weight. A measure in which no scenario differs clearly
 * from the baseline counts for nothing.
 */
import { measureKey } from './measure-key.ts';
import type { Difference, Estimate, Summary } from './summary.ts';

/** Measures that have one weight together. */
export interface WeighedGroup {
  id: string;
  weight: number;
  measures: readonly Pick<Estimate, 'id' | 'by'>[];
}

/** Part of a score, on the score's scale. */
export interface ScorePart {
  group: string;
  value: number;
  /** Measures of the group that count: better or worse can be told, and some scenario differs. */
  measures: number;
}

export interface Score {
  scenario: string;
  value: number;
  /** Where every measure lies at the worse end of its range, and at the better. */
  low: number;
  high: number;
  parts: ScorePart[];
  /** True where the range meets that of the next in the order: the two could be the other way round. */
  couldBeLuck: boolean;
}

/**
 * Return the scores of the scenarios other than the baseline, the highest first; ties keep the
 * summary's order. Empty where nothing has weight.
 */
export function weightedOrder(
  { comparisons }: Pick<Summary, 'comparisons'>,
  groups: readonly WeighedGroup[],
): Score[] {
  const sum = groups.reduce((total, { weight }) => total + weight, 0);
  if (!(sum > 0)) return [];
  const scores = comparisons.map(({ scenario }) => {
    const parts = groups.map((group) => partOf(group, sum, comparisons, scenario));
    const total = (of: (part: Ranged) => number) => parts.reduce((a, part) => a + of(part), 0);
    return {
      scenario,
      value: total(({ value }) => value),
      low: total(({ low }) => low),
      high: total(({ high }) => high),
      parts: parts.map(({ group, value, measures }) => ({ group, value, measures })),
    };
  });
  const ordered = scores.sort((a, b) => b.value - a.value);
  return ordered.map((score, i) => ({
    ...score,
    couldBeLuck: i + 1 < ordered.length && score.low <= ordered[i + 1].high,
  }));
}

interface Ranged extends ScorePart {
  low: number;
  high: number;
}

function partOf(
  { id, weight, measures }: WeighedGroup,
  sum: number,
  comparisons: Summary['comparisons'],
  scenario: string,
): Ranged {
  const counted = measures.flatMap((measure) => {
    const all = comparisons.map((comparison) => ({
      of: comparison.scenario,
      told: toldOf(comparison.differences, measure),
    }));
    const told = all.flatMap((one) => one.told ?? []);
    // A scenario without the measure could be neither placed by it nor left out of it fairly.
    if (told.length < all.length || !told.some(({ low, high }) => low > 0 || high < 0)) return [];
    const values = [0, ...told.map(({ value }) => value)];
    const gap = Math.max(...values) - Math.min(...values);
    const mine = all.find(({ of }) => of === scenario)?.told;
    return mine && gap > 0 ? [{ mine, gap }] : [];
  });
  const scale = counted.length === 0 ? 0 : (100 * weight) / sum / counted.length;
  const total = (of: (told: Told) => number) =>
    counted.reduce((a, { mine, gap }) => a + (of(mine) / gap) * scale, 0);
  return {
    group: id,
    value: total(({ value }) => value),
    low: total(({ low }) => low),
    high: total(({ high }) => high),
    measures: counted.length,
  };
}

interface Told {
  value: number;
  low: number;
  high: number;
}

/** A difference with its range, positive where better; null where it cannot be told or judged. */
function toldOf(
  differences: readonly Difference[],
  measure: Pick<Estimate, 'id' | 'by'>,
): Told | null {
  const found = differences.find((difference) => measureKey(difference) === measureKey(measure));
  if (!found || found.better === 'neither') return null;
  const { difference: value, low, high } = found;
  if (value === null || low === null || high === null) return null;
  if (found.better === 'higher') return { value, low, high };
  return { value: 0 - value, low: 0 - high, high: 0 - low };
}
