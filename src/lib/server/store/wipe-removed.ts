/**
 * Leave nothing in the files of the store of what people took back, or what was removed on the day they
 * were promised: it still stands in the journal beside SQLite's file, and in PostgreSQL's files until it
 * needs the room.
 */
import { sql, type Kysely, type Transaction } from 'kysely';
import { Client } from 'pg';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Tables with what people said. */
const TABLES = ['workshop_act', 'workshop_record'];

/** How long everybody else may have to wait: for the lock to be had, and while a table is written anew. */
const LIMITS = { lockMs: 200, tableMs: 5000 };

/** PostgreSQL's codes for a lock that was not to be had, and for what took too long. */
const IN_USE = ['55P03', '57014'];

/** Note that something is removed. It counts when the transaction it belongs to does. */
export async function noteRemoved(transaction: Transaction<Tables>): Promise<void> {
  await transaction
    .updateTable('wiping')
    .set((row) => ({ removed: row('removed', '+', 1) }))
    .execute();
}

/** Wipe what was removed, if anything was; false where somebody reads it just now, such as a copy. */
export async function wipeRemoved(store: Store): Promise<boolean> {
  const { removed, wiped } = await store.db
    .selectFrom('wiping')
    .select(['removed', 'wiped'])
    .executeTakeFirstOrThrow();
  if (removed === wiped) return true;
  if (!(await store.wipe())) return false;
  // What was removed meanwhile is not among it.
  await store.db
    .updateTable('wiping')
    .set({ wiped: removed })
    .where('wiped', '<', removed)
    .execute();
  return true;
}

/** Empty SQLite's journal, where nobody reads it; its file was overwritten already (secure_delete). */
export async function emptyJournal(db: Kysely<Tables>, patienceMs: number): Promise<boolean> {
  return db.connection().execute(async (only) => {
    // SQLite waits without letting anything else in its process go on: here it must not.
    await sql`pragma busy_timeout = 0`.execute(only);
    try {
      const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(only);
      return rows[0].busy === 0;
    } finally {
      await sql`pragma busy_timeout = ${sql.lit(patienceMs)}`.execute(only);
    }
  });
}

/**
 * Write PostgreSQL's tables anew: without “full”, bytes of what was removed stay between rows that are
 * still there. Whoever reads a table meanwhile keeps it as it is, and everybody who comes after them
 * would wait behind us: so we wait for a moment only.
 */
export async function rewriteTables(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString });
  // Its question fails, and says why.
  client.on('error', () => undefined);
  const details: string[] = [];
  client.on('notice', ({ detail }) => detail !== undefined && details.push(detail));
  await client.connect();
  try {
    await client.query(`set lock_timeout = ${LIMITS.lockMs}`);
    await client.query(`set statement_timeout = ${LIMITS.tableMs}`);
    for (const table of TABLES) {
      details.length = 0;
      await client.query(`vacuum (full, verbose) ${table}`);
      if (rowsLeft(details) > 0) return false;
    }
    return true;
  } catch (error) {
    if (IN_USE.includes((error as { code?: string }).code ?? '')) return false;
    throw error;
  } finally {
    await client.end();
  }
}

/** How many rows that were removed it had to keep, for a transaction that began before that. */
function rowsLeft(details: readonly string[]): number {
  // “2 dead row versions cannot be removed yet.”, in any language.
  const [count] = details.flatMap((detail) => /\d+/.exec(detail) ?? []);
  if (count === undefined) throw new Error('PostgreSQL does not say what it wrote anew.');
  return Number(count);
}
