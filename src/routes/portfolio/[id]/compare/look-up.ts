import type { Difference, Estimate, ScenarioSummary, Summary } from '$lib/comparison/summary.ts';
import type { By } from '$lib/measures/measure.ts';

/** One measure: its id and what it is split by. */
export type Key = Pick<Estimate, 'id' | 'by'>;

/** Headings under which the main measures stand, in this order on every page. */
const headings: { title: string; ids: string[] }[] = [
  { title: 'Keeping a worker', ids: ['cut-short-per-100', 'kept-a-worker-a-year'] },
  { title: 'Waiting', ids: ['wait-mean', 'started-by-21-days'] },
  { title: 'Promises of MAT Standards 6, 8 and 9, kept in time', ids: ['criterion-reached'] },
  { title: 'Money', ids: ['spend'] },
];

/** Headline measures under their headings; fixed before anything was run. */
export function headlineGroups(summary: Summary): { title: string; measures: Estimate[] }[] {
  const all = summary.scenarios[0].measures.filter(({ headline, by }) => headline && isPlain(by));
  const known = headings.map(({ title, ids }) => ({
    title,
    measures: ids.flatMap((id) => all.filter((measure) => measure.id === id)),
  }));
  const named = headings.flatMap(({ ids }) => ids);
  const others = all.filter(({ id }) => !named.includes(id));
  return [...known, { title: 'Other', measures: others }].filter(
    ({ measures }) => measures.length > 0,
  );
}

/** Headline measures in the order of their headings. */
export function headlinesOf(summary: Summary): Estimate[] {
  return headlineGroups(summary).flatMap(({ measures }) => measures);
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

/** A name for a measure that no other has, for lists. */
export function keyText({ id, by }: Key): string {
  return by ? `${id} ${by.kind} ${by.id}` : id;
}

function isSame(a: Key, b: Key): boolean {
  return keyText(a) === keyText(b) && a.by?.within?.id === b.by?.within?.id;
}

function isPlain(by: By | null): boolean {
  return by === null || (by.kind === 'criterion' && !by.within);
}
