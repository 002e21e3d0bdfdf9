import type { Difference, Estimate, ScenarioSummary, Summary } from '$lib/comparison/summary.ts';
import type { By } from '$lib/measures/measure.ts';
import { ENDED_BY_FUNDING } from '$lib/state/shown-summary.ts';
import { measureTitle } from '$lib/words/measure-words.ts';
import { nameOf, type Names } from '$lib/words/names.ts';
import { sharedStep } from '$lib/words/shared-step.ts';
import { ofAllServices, ofAwards, whichServices } from '$lib/words/which-services.ts';

/** One measure: its id and what it is split by. */
export type Key = Pick<Estimate, 'id' | 'by'>;

const whole = (id: string): Key => ({ id, by: null });

/** Headings under which the main measures stand, in this order on every page. */
const headings: { id: string; title: string; keys: Key[] }[] = [
  {
    id: 'keeping',
    title: 'Keeping a worker',
    keys: [whole('cut-short-per-100'), ENDED_BY_FUNDING, whole('kept-a-worker-a-year')],
  },
  { id: 'waiting', title: 'Waiting', keys: [whole('wait-mean'), whole('started-by-21-days')] },
  { id: 'promises', title: 'Promises of MAT Standards 6, 8 and 9, kept in time', keys: [] },
  { id: 'money', title: 'Money', keys: [whole('spend')] },
];

/** Services paid by awards that end: what a change of terms can reach. Said before the whole. */
const byFunding = 'In services paid by awards that end';

/** Main measures under one heading; ids name the groups in addresses. */
export interface MeasureGroup {
  id: string;
  title: string;
  measures: Estimate[];
}

/**
 * The main measures under their headings: the headlines and why relationships end, fixed before
 * anything was run.
 *
 * Where some services are paid by awards that end and others for good, those on awards come
 * first, and the headings of the rest say that they are of all services.
 */
export function headlineGroups(summary: Summary): MeasureGroup[] {
  const [now] = summary.scenarios;
  const found = (key: Key) => estimateOf(now, key) ?? [];
  const promises = now.measures.filter(
    ({ headline, by }) => headline && by?.kind === 'criterion' && !by.within,
  );
  const awards = headings
    .flatMap(({ keys }) => keys.flatMap((key) => ofAwards(key) ?? []))
    .flatMap(found);
  const all = awards.length > 0 ? ', in all services' : '';
  const groups = headings.map(({ id, title, keys }) =>
    keys.length > 0
      ? { id, title: title + all, measures: keys.flatMap(found) }
      : { id, title, measures: promises },
  );
  const shown = [...awards, ...groups.flatMap(({ measures }) => measures)].map(keyText);
  const others = now.measures.filter(
    (measure) => measure.headline && isPlain(measure.by) && !shown.includes(keyText(measure)),
  );
  return [
    { id: 'awards', title: byFunding, measures: awards },
    ...groups,
    { id: 'other', title: 'Other', measures: others },
  ].filter(({ measures }) => measures.length > 0);
}

/** What a measure is called under its heading: a promise by its own words. */
export function rowTitle(key: Key, names: Names): string {
  if (key.by?.kind === 'criterion') return nameOf(key.by, names);
  const { id, by } = ofAllServices(key);
  return measureTitle(id, by, names);
}

/** What a measure is called where no heading says which services it is of. */
export function fullTitle(summary: Summary, key: Key, names: Names): string {
  if (key.by?.kind === 'criterion') return nameOf(key.by, names);
  return measureTitle(key.id, key.by, names, whichServicesOf(summary, key));
}

/** "in all services", where the same is also told of those paid by awards that end; otherwise "". */
export function whichServicesOf({ scenarios }: Summary, key: Key): string {
  return whichServices(key, scenarios[0].measures);
}

/** How finely the figures of a row are said: `sharedStep` of the scenarios that have settled. */
export function stepOfRow(
  summary: Summary,
  key: Key & Pick<Estimate, 'unit'>,
  isSettled: (scenario: string) => boolean,
): number | undefined {
  const settled = summary.scenarios.filter(({ id }) => isSettled(id));
  return sharedStep(
    key.unit,
    settled.map((scenario) => ({
      own: estimateOf(scenario, key),
      difference: differenceOf(summary, scenario.id, key),
    })),
  );
}

/** Headline measures in the order of their headings. */
export function headlinesOf(summary: Summary): Estimate[] {
  return headlineGroups(summary).flatMap(({ measures }) => measures);
}

/** Return a scenario's own figure for a measure. */
export function estimateOf(scenario: ScenarioSummary, key: Key): Estimate | undefined {
  return byKey(scenario.measures).get(keyText(key));
}

/** Return how a scenario differs from how it is; undefined for how it is itself. */
export function differenceOf(summary: Summary, scenario: string, key: Key): Difference | undefined {
  const found = summary.comparisons.find((comparison) => comparison.scenario === scenario);
  return found && byKey(found.differences).get(keyText(key));
}

/** By the list it was made from: a page looks up hundreds of figures in the same few lists. */
const maps = new WeakMap<readonly Key[], Map<string, Key>>();

function byKey<T extends Key>(list: readonly T[]): Map<string, T> {
  const known = maps.get(list) as Map<string, T> | undefined;
  if (known) return known;
  const map = new Map<string, T>();
  for (const one of list) if (!map.has(keyText(one))) map.set(keyText(one), one);
  maps.set(list, map);
  return map;
}

/** A name for a measure that no other has, for lists. */
export function keyText({ id, by }: Key): string {
  const within = by?.within ? ` ${by.within.kind} ${by.within.id}` : '';
  return by ? `${id} ${by.kind} ${by.id}${within}` : id;
}

function isPlain(by: By | null): boolean {
  return by === null || ((by.kind === 'criterion' || by.kind === 'funding') && !by.within);
}
