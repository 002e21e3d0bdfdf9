import type { Summary } from '$lib/comparison/summary.ts';
import type { Finding } from '$lib/diagnostics/finding.ts';

/** Return results as one JSON document; its keys are those of the summary. */
export function resultsJson(
  summary: Summary,
  kind: 'run' | 'compare',
  findings: readonly Finding[],
): string {
  return `${JSON.stringify({ bide: 1, kind, ...summary, findings }, null, 1)}\n`;
}
