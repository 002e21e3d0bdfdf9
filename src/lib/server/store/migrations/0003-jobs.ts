import { sql, type Kysely, type Migration } from 'kysely';
import type { StoreKind } from '../store.ts';

/** Long runs: jobs, the results of their units, and who works on which. */
export const jobs = (kind: StoreKind): Migration => ({
  async up(db: Kysely<unknown>) {
    const bytes = kind === 'sqlite' ? sql`blob` : sql`bytea`;
    await db.schema
      .createTable('job')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('request', 'text', (column) => column.notNull())
      .addColumn('engine', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('share', 'double precision', (column) => column.notNull())
      .addColumn('asked_by', 'text', (column) => column.notNull())
      .addColumn('asked_at', 'text', (column) => column.notNull())
      .addColumn('began_at', 'text')
      .addColumn('ended_at', 'text')
      .addColumn('runner', 'text')
      .addColumn('heard_at', 'text')
      .addColumn('result', 'text')
      .addColumn('problem', 'text')
      .execute();
    await db.schema
      .createTable('unit_request')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('request', 'text', (column) => column.notNull())
      .addColumn('kept_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('unit_result')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('bytes', bytes)
      .addColumn('problem', 'text')
      .addColumn('kept_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('unit_claim')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('worker', 'text', (column) => column.notNull())
      .addColumn('heard_at', kind === 'sqlite' ? 'text' : 'timestamptz', (column) =>
        column.notNull(),
      )
      .execute();
  },
});
