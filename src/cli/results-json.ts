import type { Summary } from '$lib/comparison/summary.ts';
import type { Finding } from '$lib/diagnostics/finding.ts';
import type { Balance } from './balance-money.ts';
import type { ScenarioJudged } from './judge-scenarios.ts';

/** Return results as one JSON document; its keys are those of the summary, principles, evidence and findings. */
export function resultsJson(
  summary: Summary,
  kind: 'run' | 'compare',
  judged: readonly ScenarioJudged[],
  findings: readonly Finding[],
  balances: readonly Balance[] = [],
): string {
  const principles = judged.map(({ scenario, title, verdicts }) => ({ scenario, title, verdicts }));
  const evidence = judged.map(({ scenario, evidence: criteria }) => ({ scenario, criteria }));
  const document = {
    ...{ bide: 1, kind, ...summary, comparisons: summary.comparisons.map(named) },
    ...{ principles, evidence, findings },
    ...sameMoneyOf(balances),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/**
 * What is left without assumed effects is that of contract dates only where nothing else was changed,
 * so it is named for what it is. In the code it keeps the name that snapshots of format 1 give it.
 */
function named({ differences, ...comparison }: Summary['comparisons'][number]) {
  return {
    ...comparison,
    differences: differences.map(({ contractDatesAlone, ...difference }) => ({
      ...difference,
      withoutEffects: contractDatesAlone,
    })),
  };
}

/** What makes the money the same, where that was asked: `id` is of the scenario that has it. */
export function sameMoneyOf(balances: readonly Balance[]) {
  if (balances.length === 0) return {};
  return {
    sameMoney: balances.map(({ balanced, ...found }) => ({ ...found, id: balanced?.id ?? null })),
  };
}
