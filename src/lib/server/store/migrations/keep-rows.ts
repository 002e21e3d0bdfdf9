import { sql, type Kysely } from 'kysely';
import type { StoreKind } from '../store.ts';

/** Make the database refuse to change or delete a row of a table, whoever asks. */
export async function keepRows(db: Kysely<unknown>, kind: StoreKind, table: string): Promise<void> {
  const name = sql.ref(table);
  const says = sql.lit(`${table} is only ever added to`);
  if (kind === 'postgres') {
    const refuse = sql.ref(`keep_${table}`);
    await sql`create function ${refuse}() returns trigger language plpgsql as
      ${sql.lit(`begin raise exception '${table} is only ever added to'; end`)}`.execute(db);
    await sql`create trigger ${refuse} before update or delete or truncate on ${name}
      for each statement execute function ${refuse}()`.execute(db);
    return;
  }
  for (const change of ['update', 'delete']) {
    await sql`create trigger ${sql.ref(`keep_${table}_${change}`)} before ${sql.raw(change)} on ${name}
      begin select raise(abort, ${says}); end`.execute(db);
  }
}
