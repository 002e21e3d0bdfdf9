import type { Kysely, Migration } from 'kysely';
import type { StoreKind } from '../store.ts';
import { keepRows } from './keep-rows.ts';

/** What people write before it is published: every version, and what was said of which. */
export const drafts = (kind: StoreKind): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('draft')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('begun_at', 'text', (column) => column.notNull())
      .addColumn('job', 'text')
      .execute();

    await db.schema
      .createTable('draft_version')
      .addColumn('draft', 'text', (column) => column.notNull().references('draft.id'))
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('by_role', 'text', (column) => column.notNull())
      .addColumn('why', 'text', (column) => column.notNull())
      .addColumn('saved_at', 'text', (column) => column.notNull())
      .addColumn('restores', 'integer')
      .addPrimaryKeyConstraint('draft_version_key', ['draft', 'version'])
      .execute();
    await keepRows(db, kind, 'draft_version');

    await db.schema
      .createTable('draft_statement')
      .addColumn('draft', 'text', (column) => column.notNull().references('draft.id'))
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('says', 'text', (column) => column.notNull())
      .addColumn('limits', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('organisation', 'text', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('draft_statement_key', ['draft', 'version', 'kind'])
      .execute();
    await keepRows(db, kind, 'draft_statement');
  },
});
