import { error } from '@sveltejs/kit';
import type { Summary } from '$lib/comparison/summary.ts';
import { RunFailed } from '$lib/experiment/run-failed.ts';
import { AS_IT_IS } from '$lib/portfolio/as-it-is.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { resultsOf } from '$lib/server/results.ts';
import type { Stored } from '$lib/server/result-store.ts';
import { isShown, shownSummary } from '$lib/state/shown-summary.ts';

export interface ComparisonOptions {
  /** How long it may take; absent: as long as a page that shows nothing else waits. */
  patienceMs?: number;
  /** True where every measure is wanted, not only those that stand side by side. */
  isWhole?: boolean;
}

/**
 * Return what a page shows of how it is now and those of some scenarios that can stand beside it; null
 * where none can, and while it takes longer than it may.
 */
export async function comparisonOf(
  model: Model,
  scenarios: readonly string[],
  { patienceMs, isWhole = false }: ComparisonOptions = {},
): Promise<Stored<Summary> | null> {
  // The page says why the others cannot stand there.
  const ids = scenarios.filter((id) => !model.refused[id]);
  if (ids.length === 0) return null;
  try {
    const stored = await resultsOf(model, ids, patienceMs);
    const keeps = isWhole ? () => true : isShown;
    return stored && { ...stored, result: shownSummary(stored.result, [AS_IT_IS, ...ids], keeps) };
  } catch (failure) {
    if (!(failure instanceof RunFailed)) throw failure;
    error(500, {
      message: 'The scenarios of this portfolio cannot be run.',
      findings: failure.findings,
    });
  }
}
