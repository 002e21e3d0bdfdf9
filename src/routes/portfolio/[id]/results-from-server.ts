import { resolve } from '$app/paths';
import type { Summary } from '$lib/comparison/summary.ts';
import type { Stored } from '$lib/server/result-store.ts';
import type { Desk } from './desk.ts';
import { partFromServer } from './part-from-server.ts';

/**
 * Fetch what the server knows by now of some prepared scenarios of a shipped model; null while it
 * knows nothing. Rejects where it cannot be reached, and where the model was changed.
 */
export async function resultsFromServer(
  desk: Pick<Desk, 'id' | 'textsHash'>,
  prepared: readonly string[],
): Promise<Stored<Summary> | null> {
  if (prepared.length === 0) return null;
  const path = resolve('/portfolio/[id]/compare/results.json', { id: desk.id });
  const response = await partFromServer(path, desk, { scenarios: prepared.join(',') });
  return response.ok ? ((await response.json()) as Stored<Summary> | null) : null;
}
