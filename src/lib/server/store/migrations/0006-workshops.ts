import type { Kysely, Migration } from 'kysely';

/** Workshops, what was done in them, and what stays. */
export const workshops = (): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('workshop')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('code', 'text', (column) => column.unique())
      .addColumn('begun_at', 'text', (column) => column.notNull())
      .addColumn('withdraw_until', 'text', (column) => column.notNull())
      .addColumn('purge_on', 'text', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('workshop_act')
      .addColumn('workshop', 'text', (column) => column.notNull().references('workshop.id'))
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('device', 'text')
      .addColumn('deed', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('workshop_act_key', ['workshop', 'seq'])
      .addUniqueConstraint('workshop_act_once', ['workshop', 'key'])
      .execute();

    // Kept in backups, which the workshop itself is not: it refers to nothing.
    await db.schema
      .createTable('workshop_record')
      .addColumn('workshop', 'text', (column) => column.primaryKey())
      .addColumn('kept_at', 'text', (column) => column.notNull())
      .addColumn('record', 'text', (column) => column.notNull())
      .execute();
  },
});
