import { sql, type Kysely, type Migration } from 'kysely';

/** How often something was removed for good, and how much of that is out of the files too. */
export const wiping = (): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('wiping')
      .addColumn('id', 'integer', (column) => column.notNull().primaryKey())
      .addColumn('removed', 'integer', (column) => column.notNull())
      .addColumn('wiped', 'integer', (column) => column.notNull())
      .execute();
    // Nobody knows what was removed before: the files are looked after once.
    await sql`insert into wiping (id, removed, wiped) values (1, 1, 0)`.execute(db);
  },
});
