import type { Difference, Estimate, ScenarioSummary, Summary } from '$lib/comparison/summary.ts';
import type { By } from '$lib/measures/measure.ts';
import { measureTitle } from '$lib/words/measure-words.ts';
import { nameOf, type Names } from '$lib/words/names.ts';

/** One measure: its id and what it is split by. */
export type Key = Pick<Estimate, 'id' | 'by'>;

/** Headings under which the main measures stand, in this order on every page. */
const headings: { title: string; ids: string[] }[] = [
  { title: 'Keeping a worker', ids: ['cut-short-per-100', 'kept-a-worker-a-year'] },
  { title: 'Waiting', ids: ['wait-mean', 'started-by-21-days'] },
  { title: 'Promises of MAT Standards 6, 8 and 9, kept in time', ids: ['criterion-reached'] },
  { title: 'Money', ids: ['spend'] },
];

/** Services paid by awards that end: what a change of terms can reach. Said before the whole. */
const byFunding = 'In services paid by awards that end';

/** Headline measures under their headings; fixed before anything was run. */
export function headlineGroups(summary: Summary): { title: string; measures: Estimate[] }[] {
  const headlines = summary.scenarios[0].measures.filter(
    ({ headline, by }) => headline && isPlain(by),
  );
  const known = headings.map(({ title, ids }) => ({
    title,
    measures: ids.flatMap((id) =>
      headlines.filter((measure) => measure.id === id && !isByFunding(measure)),
    ),
  }));
  const ofAwards = { title: byFunding, measures: headlines.filter(isByFunding) };
  const named = headings.flatMap(({ ids }) => ids);
  const others = headlines.filter(
    (measure) => !named.includes(measure.id) && !isByFunding(measure),
  );
  const all = ofAwards.measures.length > 0 ? ', in all services' : '';
  const groups = [
    ofAwards,
    ...known.map(({ title, measures }) => ({ title: title + all, measures })),
  ];
  return [...groups, { title: 'Other', measures: others }].filter(
    ({ measures }) => measures.length > 0,
  );
}

/** What a headline is called under its heading: a promise by its own words. */
export function rowTitle({ id, by }: Key, names: Names): string {
  return by?.kind === 'criterion' ? nameOf(by, names) : measureTitle(id, null, names);
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
  return by === null || ((by.kind === 'criterion' || by.kind === 'funding') && !by.within);
}

function isByFunding({ by }: Key): boolean {
  return by?.kind === 'funding';
}
