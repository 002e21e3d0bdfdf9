import { sql } from 'kysely';
import type { Store } from '../store/store.ts';
import { forgetOldPaces } from './pace.ts';

/** Longer than anything is counted for. */
const KEPT_MS = 2 * 86_400_000;

/**
 * Forget visits that nothing asks for any more: what was counted by network address, sessions that
 * have ended with the browsers they name, and what was waited for in vain.
 */
export async function forgetVisits(store: Store, now: Date): Promise<void> {
  const before = now.getTime() - KEPT_MS;
  await forgetOldPaces(store, before);
  await store.db.deleteFrom('auth_rate_limit').where('lastRequest', '<', before).execute();
  for (const table of ['auth_session', 'auth_verification'] as const) {
    await store.db
      .deleteFrom(table)
      .where('expiresAt', '<', sql<Date>`${now.toISOString()}`)
      .execute();
  }
}
