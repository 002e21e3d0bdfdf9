import { judgePrinciples } from './judge-principles.ts';
import type { PrincipleVerdict } from './principle-verdict.ts';
import type { ScenarioShown } from './scenarios-shown.ts';

/** One principle, and what was found of it in each scenario. */
export interface PrincipleCompared {
  id: string;
  says: string;
  scope: PrincipleVerdict['scope'];
  test: string;
  partly?: string;
  scenarios: { id: string; verdict: PrincipleVerdict }[];
}

/** Return the principles in the order of the file; `shown` has how it is now first. */
export function principlesCompared(shown: readonly ScenarioShown[]): PrincipleCompared[] {
  const judged = shown.map(({ id, portfolio, measures }) => ({
    id,
    verdicts: judgePrinciples(portfolio, measures),
  }));
  return judged[0].verdicts.map(({ id, says, scope, test, partly }) => ({
    ...{ id, says, scope, test },
    ...(partly === undefined ? {} : { partly }),
    scenarios: judged.flatMap(({ id: scenario, verdicts }) => {
      const verdict = verdicts.find((one) => one.id === id);
      return verdict ? [{ id: scenario, verdict }] : [];
    }),
  }));
}
