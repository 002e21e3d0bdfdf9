/**
 * What of a run's results a snapshot of format 1 holds. It belongs to the format: changing it would
 * make every older snapshot fail its re-run.
 */
import { judgePrinciples } from '../comparison/judge-principles.ts';
import type { Difference, Estimate, ScenarioSummary, Summary } from '../comparison/summary.ts';
import type { Scenario } from '../portfolio/portfolio.ts';
import type { Model } from '../portfolio/read-model.ts';
import { resolve } from '../portfolio/resolve.ts';
import type { SnapshotResults } from './snapshot.ts';

/** Return the results of a run as a snapshot holds them. */
export function publishedResults(
  model: Model,
  scenarios: readonly Scenario[],
  summary: Summary,
): SnapshotResults {
  return {
    summary: {
      ...summary,
      scenarios: summary.scenarios.map(publishedScenario),
      comparisons: summary.comparisons.map((comparison) => ({
        ...comparison,
        differences: comparison.differences.filter(isPublished).map(publishedDifference),
      })),
    },
    principles: scenarios.map((scenario) => ({
      scenario: scenario.id,
      verdicts: verdictsOf(model, scenario, summary),
    })),
  };
}

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

function verdictsOf({ id, raw }: Model, scenario: Scenario, summary: Summary) {
  const { value } = resolve(raw, { id, changes: scenario.changes });
  if (!value) throw new Error(`The scenario ${scenario.id} was read before, and cannot be now.`);
  const measures = summary.scenarios.find((one) => one.id === scenario.id)?.measures ?? null;
  return judgePrinciples(value, measures).map(
    ({ id, says, scope, test, verdict, ifAssumptionsHold }) => ({
      id,
      says,
      scope,
      test,
      verdict,
      ifAssumptionsHold,
    }),
  );
}
