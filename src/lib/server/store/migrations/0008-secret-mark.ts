import type { Kysely, Migration } from 'kysely';

/** By what the secret of the server is known again: it is never in the store itself. */
export const secretMark = (): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('secret_mark')
      .addColumn('id', 'integer', (column) => column.notNull().primaryKey())
      .addColumn('mark', 'text', (column) => column.notNull())
      .execute();
  },
});
