import type { Difference, Estimate, ScenarioSummary, Summary } from '../../comparison/summary.ts';
import type { By } from '../../measures/measure.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';
import type { Names } from '../../words/names.ts';

/** What the pictures are drawn from, wherever it was run. */
export interface PeopleSource {
  /** How it is now first, then up to five scenarios; with measures by service and locality. */
  summary: Summary;
  /** True once results are as sharp as they get: only then is anything called clear. */
  isFull: boolean;
  /** The model under each scenario of the summary, in the same order. */
  portfolios: Portfolio[];
  names: Names;
}

/** One measure: its id and what it is split by. */
export type Key = Pick<Estimate, 'id' | 'by'>;

export const AWARDS: By = { kind: 'funding', id: 'awards' };

/** Return a scenario's own figure for a measure. */
export function estimateOf(scenario: ScenarioSummary, key: Key): Estimate | undefined {
  return scenario.measures.find((measure) => isSame(measure, key));
}

/** Return how a scenario differs from how it is. */
export function differenceOf(summary: Summary, scenario: string, key: Key): Difference | undefined {
  return summary.comparisons
    .find((comparison) => comparison.scenario === scenario)
    ?.differences.find((difference) => isSame(difference, key));
}

/** Where some services are paid for good, those on awards show what a change can reach. */
export function onAwards({ scenarios }: Summary, id: string): Key | null {
  return (
    [
      { id, by: AWARDS },
      { id, by: null },
    ].find((key) => estimateOf(scenarios[0], key)) ?? null
  );
}

/** The colour of a scenario, the same in every picture; how it is now is grey. */
export function seriesOf(index: number): { series: number; baseline: boolean } {
  return { series: Math.max(0, index - 1), baseline: index === 0 };
}

function isSame(a: Key, b: Key): boolean {
  return textOf(a.id, a.by) === textOf(b.id, b.by);
}

function textOf(id: string, by: By | null): string {
  if (by === null) return id;
  return `${id} ${by.kind} ${by.id} ${by.within?.kind ?? ''} ${by.within?.id ?? ''}`;
}
