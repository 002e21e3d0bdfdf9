import type { Summary } from '$lib/comparison/summary.ts';
import type { Finding } from '$lib/diagnostics/finding.ts';
import type { ScenarioPrinciples } from './principles-text.ts';

/** Return results as one JSON document; its keys are those of the summary, principles and findings. */
export function resultsJson(
  summary: Summary,
  kind: 'run' | 'compare',
  principles: readonly ScenarioPrinciples[],
  findings: readonly Finding[],
): string {
  return `${JSON.stringify({ bide: 1, kind, ...summary, principles, findings }, null, 1)}\n`;
}
