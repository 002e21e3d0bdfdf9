/**
 * What of a run's results a snapshot of format 1 holds. It belongs to the format: changing it would
 * make every older snapshot fail its re-run.
 */
import { judgePrinciples } from '../comparison/judge-principles.ts';
import type { Difference, Estimate, ScenarioSummary, Summary } from '../comparison/summary.ts';
import type { Scenario } from '../portfolio/portfolio.ts';
import type { Model } from '../portfolio/read-model.ts';
import { resolve } from '../portfolio/resolve.ts';
import { isMarkUnsaid, mayTurn, possiblePortfolios } from './possible-portfolios.ts';
import type { DisclosureEdit, SnapshotResults, SnapshotVerdict } from './snapshot.ts';

/**
 * Return the results of a run as a snapshot holds them. `edits` are what was made less exact in the
 * model before it was run: what turns on them is left out, for it would be false of the partnership.
 */
export function publishedResults(
  model: Model,
  scenarios: readonly Scenario[],
  summary: Summary,
  edits: readonly DisclosureEdit[],
): SnapshotResults {
  const isTold = ({ id }: Estimate | Difference) => !(isMarkUnsaid(edits) && id === OF_MARKS);
  return {
    summary: {
      ...summary,
      scenarios: summary.scenarios.map((scenario) =>
        publishedScenario({ ...scenario, measures: scenario.measures.filter(isTold) }),
      ),
      comparisons: summary.comparisons.map((comparison) => ({
        ...comparison,
        differences: comparison.differences
          .filter((one) => isPublished(one) && isTold(one))
          .map(publishedDifference),
      })),
    },
    principles: scenarios.map((scenario) => ({
      scenario: scenario.id,
      verdicts: verdictsOf(model, scenario, summary, edits),
    })),
  };
}

/** The measure that counts marks of lived experience. */
const OF_MARKS = 'lived-experience-share';

/** Imagined people are left out: on a record that lasts they could be taken for real ones. */
function publishedScenario(scenario: ScenarioSummary): ScenarioSummary {
  return {
    ...scenario,
    threads: [],
    measures: scenario.measures.filter(isPublished),
    series: scenario.series
      .filter(({ id, by }) => by === null && DRAWN_SERIES.includes(id))
      .map((series) => ({ ...series, values: series.values.map(asDrawn) })),
    endings: scenario.endings
      .filter(({ by }) => by === null || by.kind === 'funding')
      .map((curves) => ({ ...curves, shares: curves.shares.map((share) => share.map(asDrawn)) })),
  };
}

/** Which changes a scenario makes stands in the record's own inputs; format 1 does not repeat it. */
function publishedDifference({ changesDatesAlone: _told, ...published }: Difference): Difference {
  return published;
}

const DRAWN_SERIES = ['list'];

/** Four digits are as sharp as a picture can show. */
function asDrawn<T extends number | null>(value: T): T {
  return (value === null ? null : Number(value.toPrecision(4))) as T;
}

/** Everything together, by how it is paid, by promise, by reason and by year: not by service or place. */
function isPublished({ by }: Estimate | Difference): boolean {
  if (by?.within && by.within.kind !== 'funding') return false;
  return by === null || ['funding', 'criterion', 'reason', 'year'].includes(by.kind);
}

function verdictsOf(
  { id, raw }: Model,
  scenario: Scenario,
  summary: Summary,
  edits: readonly DisclosureEdit[],
): SnapshotVerdict[] {
  const { value } = resolve(raw, { id, changes: scenario.changes });
  if (!value) throw new Error(`The scenario ${scenario.id} was read before, and cannot be now.`);
  const measures = summary.scenarios.find((one) => one.id === scenario.id)?.measures ?? null;
  const [published, ...others] = possiblePortfolios(value, edits);
  const principles = value.principles.filter(mayTurn);
  const otherwise = others.map((one) => judgePrinciples({ ...one, principles }, measures));
  return judgePrinciples(published, measures).map(({ id, says, scope, test, ...found }) => {
    const at = principles.findIndex((one) => one.id === id);
    const isOneAnswer = at < 0 || otherwise.every((other) => isSame(other[at], found));
    const { verdict, ifAssumptionsHold } = isOneAnswer ? found : UNKNOWN;
    const leftOut = isOneAnswer ? {} : { leftOut: 'small teams' as const };
    return { id, says, scope, test, verdict, ifAssumptionsHold, ...leftOut };
  });
}

type Found = Pick<SnapshotVerdict, 'verdict' | 'ifAssumptionsHold'>;

const UNKNOWN: Found = { verdict: 'cannot tell', ifAssumptionsHold: 'cannot tell' };

function isSame(a: Found, b: Found): boolean {
  return a.verdict === b.verdict && a.ifAssumptionsHold === b.ifAssumptionsHold;
}
