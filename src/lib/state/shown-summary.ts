/**
 * What a page of comparisons shows of a summary, and nothing more: a summary holds every measure
 * by service and locality, which is far more than a page has to carry.
 */
import { heldTogether } from '../comparison/held-together.ts';
import type { Estimate, ScenarioSummary, Summary } from '../comparison/summary.ts';
import type { By } from '../measures/measure.ts';
import { peopleDrawn } from './people-drawn.ts';

/**
 * Return a summary with some of its scenarios, and of each what the page shows; `keeps` says which
 * measures that is.
 */
export function shownSummary(
  summary: Summary,
  ids: readonly string[],
  keeps: (of: { by: By | null }) => boolean = isShown,
): Summary {
  const scenarios = ids.flatMap((id) => summary.scenarios.find((of) => of.id === id) ?? []);
  const { first, differing } = peopleDrawn({ ...summary, scenarios });
  const people = new Set([...first, ...differing]);
  return {
    ...summary,
    scenarios: scenarios.map((scenario) => shownScenario(scenario, people, keeps)),
    comparisons: summary.comparisons
      .filter(({ scenario }) => ids.includes(scenario))
      .map((comparison) => ({
        ...comparison,
        differences: comparison.differences.filter(keeps),
      })),
  };
}

/**
 * Return the summary with scenarios of a draft beside the others, and ranges that hold for all of
 * them together. The two were run with the same seed, so the imagined people are the same; the draft
 * may rest on fewer replications.
 */
export function withDrafts(summary: Summary, draft: Summary, ids: readonly string[]): Summary {
  const added = draft.scenarios.filter(({ id }) => ids.includes(id));
  const beside = draft.comparisons.filter(({ scenario }) => ids.includes(scenario));
  if (added.length === 0 || beside.length === 0) return summary;
  const together = summary.comparisons.length + beside.length;
  const mine = heldTogether(summary, together);
  const theirs = heldTogether(draft, together).comparisons.filter(({ scenario }) =>
    ids.includes(scenario),
  );
  return {
    ...mine,
    scenarios: [
      ...mine.scenarios,
      ...added.map((scenario) => shownScenario(scenario, peopleOf(mine), isShown)),
    ],
    comparisons: [
      ...mine.comparisons,
      ...theirs.map((comparison) => ({
        ...comparison,
        differences: comparison.differences.filter(isShown),
      })),
    ],
  };
}

function peopleOf({ scenarios }: Summary): Set<number> {
  return new Set(scenarios[0]?.threads.map(({ person }) => person));
}

function shownScenario(
  scenario: ScenarioSummary,
  people: Set<number>,
  keeps: (of: { by: By | null }) => boolean,
): ScenarioSummary {
  return {
    ...scenario,
    threads: scenario.threads.filter(({ person }) => people.has(person)),
    measures: scenario.measures.filter(keeps),
    series: scenario.series
      .filter(isDrawn)
      .map((series) => ({ ...series, values: series.values.map(drawn) })),
    endings: scenario.endings
      .filter(({ by }) => isWhole(by) || by?.kind === 'funding')
      .map((curves) => ({ ...curves, shares: curves.shares.map((share) => share.map(drawn)) })),
  };
}

/** Series of everything together and of promises; those cut short also by how services are paid. */
function isDrawn({ id, by }: { id: string; by: By | null }): boolean {
  if (by?.kind === 'funding') return id === 'cut-short-in-month';
  return isWhole(by) || by?.kind === 'criterion';
}

/** A value as sharp as a picture can show it, in a third of the letters. */
function drawn<T extends number | null>(value: T): T {
  return (value === null ? null : Number(value.toPrecision(4))) as T;
}

/** By what a measure may be split and still stand side by side. */
const splitsShown = ['funding', 'funder', 'criterion', 'reason'];

/** Everything together, by how it is paid and who pays, and what is only ever said by promise or reason. */
export function isShown({ by }: { by: By | null }): boolean {
  if (by?.within && by.within.kind !== 'funding') return false;
  return isWhole(by) || splitsShown.includes(by?.kind ?? '');
}

/** The share of endings that come about because funding ended: no headline, and shown beside them. */
export const ENDED_BY_FUNDING = {
  id: 'ended-by',
  by: { kind: 'reason', id: 'funding-ended' },
} as const satisfies Pick<Estimate, 'id' | 'by'>;

/** The main measures: the headlines and why relationships end, in all services and by how they are paid. */
export function isMain({ id, by, headline }: Pick<Estimate, 'id' | 'by' | 'headline'>): boolean {
  if (headline) return true;
  if (id !== ENDED_BY_FUNDING.id || by?.id !== ENDED_BY_FUNDING.by.id) return false;
  return !by.within || by.within.kind === 'funding';
}

function isWhole(by: By | null): boolean {
  return by === null;
}
