import type { Portfolio, Scenario } from '../portfolio/portfolio.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';
import { AS_IT_IS } from '../portfolio/as-it-is.ts';
import { resolve } from '../portfolio/resolve.ts';
import { measureKey } from './measure-key.ts';
import type { Difference, Estimate, Summary } from './summary.ts';

/** A scenario's portfolio, and what a run says of it. */
export interface ScenarioShown {
  id: string;
  title: string;
  portfolio: Portfolio;
  /** Null before a run. */
  measures: Estimate[] | null;
  /** From how it is now; null for how it is now, and before a run. */
  differences: Difference[] | null;
}

/** What is needed of a model: shipped, or a person's own. */
export interface ModelShown {
  id: string;
  raw: PortfolioFile;
  scenarios: readonly Scenario[];
}

/**
 * Return how it is now and the scenarios of some ids, each with its own
 * portfolio and results. Throws for a scenario that was not checked before.
 */
export function scenariosShown(
  { id, raw, scenarios }: ModelShown,
  ids: readonly string[],
  summary: Summary | null,
): ScenarioShown[] {
  const wanted = [AS_IT_IS, ...ids.filter((one) => one !== AS_IT_IS)];
  return wanted.flatMap((one) => {
    const scenario = scenarios.find((of) => of.id === one);
    if (!scenario) return [];
    const { value } = resolve(raw, { id, changes: scenario.changes });
    if (!value) throw new Error(`The scenario ${one} was read before, and cannot be now.`);
    const measures = summary?.scenarios.find((of) => of.id === one)?.measures ?? null;
    const compared = summary?.comparisons.find((of) => of.scenario === one);
    const { title } = scenario;
    return [
      { id: one, title, portfolio: value, measures, differences: compared?.differences ?? null },
    ];
  });
}

/** Finds a scenario's own figure of a measure, and its difference from how it is now. */
export interface Finder {
  estimate: (of: Pick<Estimate, 'id' | 'by'>) => Estimate | null;
  difference: (of: Pick<Estimate, 'id' | 'by'>) => Difference | null;
}

/** Return what finds the results of a scenario by what they are split by. */
export function finderOf({ measures, differences }: ScenarioShown): Finder {
  const own = new Map((measures ?? []).map((one) => [measureKey(one), one]));
  const apart = new Map((differences ?? []).map((one) => [measureKey(one), one]));
  return {
    estimate: (of) => own.get(measureKey(of)) ?? null,
    difference: (of) => apart.get(measureKey(of)) ?? null,
  };
}
