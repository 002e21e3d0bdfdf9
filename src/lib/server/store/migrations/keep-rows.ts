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

/**
 * Make the database refuse to change a row of a table, and to delete one unless another table,
 * `allowed`, has a row with the same `hash`.
 */
export async function keepRowsUntil(
  db: Kysely<unknown>,
  kind: StoreKind,
  table: string,
  allowed: string,
): Promise<void> {
  const name = sql.ref(table);
  const says = sql.lit(`${table} is never altered`);
  const other = sql.ref(allowed);
  if (kind === 'postgres') {
    const refuse = sql.ref(`keep_${table}`);
    await sql`create function ${refuse}() returns trigger language plpgsql as ${sql.lit(`begin
      if tg_op = 'DELETE' then
        if exists (select 1 from ${allowed} where hash = old.hash) then return old; end if;
      end if;
      raise exception '${table} is never altered';
    end`)}`.execute(db);
    await sql`create trigger ${refuse} before update or delete on ${name}
      for each row execute function ${refuse}()`.execute(db);
    await sql`create trigger ${sql.ref(`keep_${table}_whole`)} before truncate on ${name}
      for each statement execute function ${refuse}()`.execute(db);
    return;
  }
  await sql`create trigger ${sql.ref(`keep_${table}_update`)} before update on ${name}
    begin select raise(abort, ${says}); end`.execute(db);
  await sql`create trigger ${sql.ref(`keep_${table}_delete`)} before delete on ${name}
    when not exists (select 1 from ${other} where hash = old.hash)
    begin select raise(abort, ${says}); end`.execute(db);
}
