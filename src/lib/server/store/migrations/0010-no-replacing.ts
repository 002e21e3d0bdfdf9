import { sql, type Kysely, type Migration } from 'kysely';
import type { StoreKind } from '../store.ts';

/** By what a row that is kept is known: SQLite's “insert or replace” takes away what has the same. */
const known: Record<string, string[][]> = {
  file_version: [['portfolio', 'path', 'version']],
  act: [['hash']],
  snapshot_version: [['hash'], ['slug', 'number']],
  snapshot_tombstone: [['hash']],
  snapshot_content: [['hash']],
  snapshot_file: [['hash', 'name']],
  draft_version: [['draft', 'version']],
  draft_statement: [['draft', 'version', 'kind']],
};

/**
 * Rows that are kept are not replaced either. SQLite asks nobody who keeps rows from being deleted
 * when another takes their place; PostgreSQL has no such way.
 */
export const noReplacing = (kind: StoreKind): Migration => ({
  async up(db: Kysely<unknown>) {
    if (kind === 'postgres') return;
    for (const [table, keys] of Object.entries(known)) {
      // Every table has a number of its rows, by which one can be replaced as well.
      const same = [['rowid'], ...keys].map((columns) =>
        columns.map((column) => `${column} = new.${column}`).join(' and '),
      );
      await sql`create trigger ${sql.ref(`keep_${table}_insert`)} before insert on ${sql.ref(table)}
        when exists (select 1 from ${sql.ref(table)} where ${sql.raw(same.join(' or '))})
        begin select raise(abort, ${sql.lit(`${table} is only ever added to`)}); end`.execute(db);
    }
  },
});
