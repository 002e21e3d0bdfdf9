/**
 * The store: one SQLite file in the data folder, or PostgreSQL where an address for it is given.
 * The same code, tables and tests hold for both.
 */
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, PostgresDialect, SqliteDialect, type Transaction } from 'kysely';
import LibSql from 'libsql';
import { Pool } from 'pg';
import { makeFolder } from '../make-folder.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './tables.ts';
import { emptyJournal, rewriteTables } from './wipe-removed.ts';

export type StoreKind = 'sqlite' | 'postgres';

export interface Store {
  kind: StoreKind;
  /** For reading; writing goes through `write`. */
  db: Kysely<Tables>;
  /**
   * Do some writing as one: all of it is on disk when the promise resolves, or none of it ever
   * is. Writers take turns, in one process and among many, so what is read inside is the newest.
   */
  write: <T>(work: (transaction: Transaction<Tables>) => Promise<T>) => Promise<T>;
  /** Take what was removed out of the files too; false where somebody reads it: see `wipeRemoved`. */
  wipe: () => Promise<boolean>;
  close: () => Promise<void>;
}

export interface StorePlace {
  /** The data folder, which is made where it is missing. */
  folder: string;
  /** `postgresql://…`; absent for the file in the data folder. */
  url?: string;
}

/** The store's file within the data folder. */
export const STORE_FILE = 'bide.db';

/** How long a writer waits for another process to finish. */
const patienceMs = 10_000;

/** Open the store, and bring its tables up to this version; throws where it cannot be opened. */
export async function openStore(place: StorePlace): Promise<Store> {
  const { kind, db, wipe } = place.url ? postgres(place.url) : await sqlite(place.folder);
  try {
    await migrate(db, kind);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    kind,
    db,
    write: (work) =>
      withFirstReason((noted) =>
        db.transaction().execute((transaction) =>
          noted(async () => {
            // SQLite refuses a reader that turns writer while another writes; PostgreSQL would let
            // both read the same “newest”. Changing one row first makes them take turns on either.
            await transaction
              .updateTable('writer')
              .set((row) => ({ turn: row('turn', '+', 1) }))
              .execute();
            return work(transaction);
          }),
        ),
      ),
    wipe,
    close: () => db.destroy(),
  };
}

/**
 * Where work fails, throw why it did: SQLite undoes a transaction by itself when its disk is full, and
 * being told to undo it once more it would complain of that instead.
 */
async function withFirstReason<T>(
  begin: (noted: (work: () => Promise<T>) => Promise<T>) => Promise<T>,
): Promise<T> {
  let first: { reason: unknown } | null = null;
  const noted = async (work: () => Promise<T>) => {
    try {
      return await work();
    } catch (reason) {
      first = { reason };
      throw reason;
    }
  };
  try {
    return await begin(noted);
  } catch (reason) {
    throw (first as { reason: unknown } | null)?.reason ?? reason;
  }
}

async function sqlite(folder: string) {
  // What people write here before it is published is nobody else's on this machine.
  await makeFolder(folder, 0o700);
  const path = join(folder, STORE_FILE);
  const database = new LibSql(path);
  await chmod(path, 0o600);
  // The patience comes first: changing the journal's mode can itself have to wait.
  database.pragma(`busy_timeout = ${patienceMs}`);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // What people take back, or is removed on the day they were promised, is overwritten in the file.
  database.pragma('secure_delete = ON');
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  return { kind: 'sqlite', db, wipe: () => emptyJournal(db, patienceMs) } as const;
}

function postgres(connectionString: string) {
  const pool = new Pool({ connectionString, max: 10, connectionTimeoutMillis: patienceMs });
  // A connection that breaks is replaced when one is needed next; that must not end us. The pool
  // speaks for those that are idle; of one in use, its query fails and says why to whoever asked.
  pool.on('error', (error) => {
    if (!pool.ended) process.stderr.write(`PostgreSQL: ${error.message}\n`);
  });
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    kind: 'postgres',
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    wipe: () => rewriteTables(connectionString),
  } as const;
}
