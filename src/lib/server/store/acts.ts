/** The log of what was done, each act sealed with the hash of the one before. */
import type { Kysely, Transaction } from 'kysely';
import { canonicalJson } from '../../experiment/canonical-json.ts';
import { sha256Hex } from '../../snapshot/sha256.ts';
import type { Tables } from './tables.ts';

export interface Act {
  /** ISO 8601, UTC. */
  at: string;
  /** The role of who did it; never a name. */
  byRole: string;
  act: string;
  subject: string;
  detail: Record<string, unknown>;
}

/** Add an act to the log. It counts when the transaction it belongs to does. */
export async function recordAct(transaction: Transaction<Tables>, act: Act): Promise<void> {
  const last = await transaction
    .selectFrom('act')
    .select('hash')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const row = {
    at: act.at,
    by_role: act.byRole,
    act: act.act,
    subject: act.subject,
    detail: canonicalJson(act.detail),
    previous: last?.hash ?? '',
  };
  await transaction
    .insertInto('act')
    .values({ ...row, hash: sealOf(row) })
    .execute();
}

/** Return the acts on a subject, or all, oldest first. */
export async function readActs(db: Kysely<Tables>, subject?: string): Promise<Act[]> {
  const rows = await db
    .selectFrom('act')
    .selectAll()
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject ?? ''))
    .orderBy('seq')
    .execute();
  return rows.map(({ at, by_role, act, subject, detail }) => ({
    at,
    byRole: by_role,
    act,
    subject,
    detail: JSON.parse(detail) as Record<string, unknown>,
  }));
}

/** Return the number of the first act that was altered or follows a gap; null where none was. */
export async function firstAlteredAct(db: Kysely<Tables>): Promise<number | null> {
  const rows = await db.selectFrom('act').selectAll().orderBy('seq').execute();
  let previous = '';
  for (const { seq, hash, ...row } of rows) {
    if (row.previous !== previous || sealOf(row) !== hash) return seq;
    previous = hash;
  }
  return null;
}

function sealOf(row: Omit<Tables['act'], 'seq' | 'hash'>): string {
  const { at, by_role, act, subject, detail, previous } = row;
  return sha256Hex(canonicalJson({ at, by_role, act, subject, detail, previous }));
}
