/**
 * What a page of comparisons shows of a summary, and nothing more: a summary holds every measure
 * by service and locality, which is far more than a page has to carry.
 */
import type { Difference, Estimate, ScenarioSummary, Summary } from '../comparison/summary.ts';
import type { By } from '../measures/measure.ts';

/** Return a summary with some of its scenarios, and of each what the page shows. */
export function shownSummary(summary: Summary, scenarios: readonly string[]): Summary {
  return {
    ...summary,
    scenarios: scenarios.flatMap((id) => {
      const found = summary.scenarios.find((scenario) => scenario.id === id);
      return found ? [shownScenario(found)] : [];
    }),
    comparisons: summary.comparisons
      .filter(({ scenario }) => scenarios.includes(scenario))
      .map((comparison) => ({
        ...comparison,
        differences: comparison.differences.filter(isShown),
      })),
  };
}

/**
 * Return the summary with the scenario of a draft beside the others. The two were run with the
 * same seed, so the imagined people are the same; the draft may rest on fewer replications.
 */
export function withDraft(summary: Summary, draft: Summary, id: string): Summary {
  const scenario = draft.scenarios.find((of) => of.id === id);
  const comparison = draft.comparisons.find((of) => of.scenario === id);
  if (!scenario || !comparison) return summary;
  return {
    ...summary,
    scenarios: [...summary.scenarios, shownScenario(scenario)],
    comparisons: [
      ...summary.comparisons,
      { ...comparison, differences: comparison.differences.filter(isShown) },
    ],
  };
}

function shownScenario(scenario: ScenarioSummary): ScenarioSummary {
  return {
    ...scenario,
    measures: scenario.measures.filter(isShown),
    series: scenario.series
      .filter(({ by }) => isWhole(by) || by?.kind === 'criterion')
      .map((series) => ({ ...series, values: series.values.map(drawn) })),
    endings: scenario.endings
      .filter(({ by }) => isWhole(by))
      .map((curves) => ({ ...curves, shares: curves.shares.map((share) => share.map(drawn)) })),
  };
}

/** A value as sharp as a picture can show it, in a third of the letters. */
function drawn<T extends number | null>(value: T): T {
  return (value === null ? null : Number(value.toPrecision(4))) as T;
}

/** Everything together, and what is only ever said by promise, reason or year. */
function isShown({ by }: Estimate | Difference): boolean {
  return isWhole(by) || (by?.kind !== 'service' && by?.kind !== 'locality' && !by?.within);
}

function isWhole(by: By | null): boolean {
  return by === null;
}
