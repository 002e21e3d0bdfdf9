import { sql, type Kysely, type Migration } from 'kysely';
import type { StoreKind } from '../store.ts';
import { keepRows } from './keep-rows.ts';

/** Portfolios, every version of their files, and the log of acts. */
export const firstTables = (kind: StoreKind): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('writer')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('turn', 'integer', (column) => column.notNull())
      .execute();
    await sql`insert into writer (id, turn) values (1, 0)`.execute(db);

    await db.schema
      .createTable('portfolio')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('begun_at', 'text', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('file_version')
      .addColumn('portfolio', 'text', (column) => column.notNull().references('portfolio.id'))
      .addColumn('path', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('text', 'text')
      .addColumn('by_role', 'text', (column) => column.notNull())
      .addColumn('why', 'text', (column) => column.notNull())
      .addColumn('saved_at', 'text', (column) => column.notNull())
      .addColumn('restores', 'integer')
      .addPrimaryKeyConstraint('file_version_key', ['portfolio', 'path', 'version'])
      .execute();
    await keepRows(db, kind, 'file_version');

    await db.schema
      .createTable('act')
      .addColumn('seq', kind === 'sqlite' ? 'integer' : 'serial', (column) =>
        kind === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey(),
      )
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('by_role', 'text', (column) => column.notNull())
      .addColumn('act', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('detail', 'text', (column) => column.notNull())
      .addColumn('previous', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull().unique())
      .execute();
    await keepRows(db, kind, 'act');
  },
});
