import { error } from '@sveltejs/kit';
import type { Summary } from '$lib/comparison/summary.ts';
import { RunFailed } from '$lib/experiment/run-failed.ts';
import { AS_IT_IS } from '$lib/portfolio/as-it-is.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { resultsOf } from '$lib/server/results.ts';
import type { Stored } from '$lib/server/result-store.ts';
import { shownSummary } from '$lib/state/shown-summary.ts';

/**
 * Return what a page shows of how it is now and those of some scenarios that can stand beside it; null
 * where none can, and while it takes longer than
 * `patienceMs` (absent: as long as a page that shows nothing else waits).
 */
export async function comparisonOf(
  model: Model,
  scenarios: readonly string[],
  patienceMs?: number,
): Promise<Stored<Summary> | null> {
  // The page says why the others cannot stand there.
  const ids = scenarios.filter((id) => !model.refused[id]);
  if (ids.length === 0) return null;
  try {
    const stored = await resultsOf(model, ids, patienceMs);
    return stored && { ...stored, result: shownSummary(stored.result, [AS_IT_IS, ...ids]) };
  } catch (failure) {
    if (!(failure instanceof RunFailed)) throw failure;
    error(500, {
      message: 'The scenarios of this portfolio cannot be run.',
      findings: failure.findings,
    });
  }
}
