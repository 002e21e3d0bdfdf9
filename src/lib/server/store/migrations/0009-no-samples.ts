import { sql, type Kysely, type Migration } from 'kysely';
import type { StoreKind } from '../store.ts';

/**
 * PostgreSQL takes samples of every column to plan by, which would outlive what people said. Setting
 * the type anew forgets those that it has.
 */
export const noSamples = (kind: StoreKind): Migration => ({
  async up(db: Kysely<unknown>) {
    if (kind === 'sqlite') return;
    for (const [table, column] of [
      ['workshop_act', 'deed'],
      ['workshop_record', 'record'],
    ]) {
      const ref = sql.ref(column);
      await sql`alter table ${sql.ref(table)} alter column ${ref} type text,
        alter column ${ref} set statistics 0`.execute(db);
    }
  },
});
