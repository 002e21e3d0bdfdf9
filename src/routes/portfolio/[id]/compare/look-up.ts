import type { Difference, Estimate, ScenarioSummary, Summary } from '$lib/comparison/summary.ts';
import type { By } from '$lib/measures/measure.ts';

/** One measure: its id and what it is split by. */
export type Key = Pick<Estimate, 'id' | 'by'>;

/** Headline measures in the order of the model's plan; fixed before anything was run. */
export function headlinesOf(summary: Summary): Estimate[] {
  return summary.scenarios[0].measures.filter(({ headline, by }) => headline && isPlain(by));
}

/** Return a scenario's own figure for a measure. */
export function estimateOf(scenario: ScenarioSummary, key: Key): Estimate | undefined {
  return scenario.measures.find((measure) => isSame(measure, key));
}

/** Return how a scenario differs from how it is; undefined for how it is itself. */
export function differenceOf(summary: Summary, scenario: string, key: Key): Difference | undefined {
  return summary.comparisons
    .find((comparison) => comparison.scenario === scenario)
    ?.differences.find((difference) => isSame(difference, key));
}

function isSame(a: Key, b: Key): boolean {
  return a.id === b.id && a.by?.kind === b.by?.kind && a.by?.id === b.by?.id;
}

function isPlain(by: By | null): boolean {
  return by === null || (by.kind === 'criterion' && !by.within);
}
