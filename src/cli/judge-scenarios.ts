import { criterionEvidence, type CriterionEvidence } from '$lib/comparison/criterion-evidence.ts';
import { judgePrinciples } from '$lib/comparison/judge-principles.ts';
import type { Summary } from '$lib/comparison/summary.ts';
import type { Scenario } from '$lib/portfolio/portfolio.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { resolve } from '$lib/portfolio/resolve.ts';
import type { ScenarioPrinciples } from './principles-text.ts';

/** What the portfolio of a scenario and its run say together. */
export interface ScenarioJudged extends ScenarioPrinciples {
  evidence: CriterionEvidence[];
}

/** Return what each scenario's portfolio and its run say of the principles and the promises. */
export function judgeScenarios(
  { id, raw }: Model,
  scenarios: readonly Scenario[],
  summary: Summary,
): ScenarioJudged[] {
  return scenarios.map(({ id: scenario, title, changes }) => {
    const { value } = resolve(raw, { id, changes });
    if (!value) throw new Error(`The scenario ${scenario} was read before, and cannot be now.`);
    const measures = summary.scenarios.find((one) => one.id === scenario)?.measures ?? null;
    return {
      scenario,
      title,
      verdicts: judgePrinciples(value, measures),
      evidence: criterionEvidence(value, measures),
    };
  });
}
