import type { Kysely, Migration } from 'kysely';
import type { StoreKind } from '../store.ts';
import { keepRows, keepRowsUntil } from './keep-rows.ts';

/** Published snapshots: versions and tombstones stay; what is in them goes when they are withdrawn. */
export const snapshots = (kind: StoreKind): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('snapshot_version')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('slug', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('previous', 'text')
      .addColumn('published', 'text', (column) => column.notNull())
      .addUniqueConstraint('snapshot_version_number', ['slug', 'number'])
      .execute();
    await keepRows(db, kind, 'snapshot_version');

    await db.schema
      .createTable('snapshot_tombstone')
      .addColumn('hash', 'text', (column) =>
        column.primaryKey().references('snapshot_version.hash'),
      )
      .addColumn('text', 'text', (column) => column.notNull())
      .execute();
    await keepRows(db, kind, 'snapshot_tombstone');

    await db.schema
      .createTable('snapshot_content')
      .addColumn('hash', 'text', (column) =>
        column.primaryKey().references('snapshot_version.hash'),
      )
      .addColumn('about', 'text', (column) => column.notNull())
      .addColumn('words', 'text', (column) => column.notNull())
      .execute();
    await keepRowsUntil(db, kind, 'snapshot_content', 'snapshot_tombstone');

    await db.schema
      .createTable('snapshot_file')
      .addColumn('hash', 'text', (column) => column.notNull().references('snapshot_version.hash'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('place', 'integer', (column) => column.notNull())
      .addColumn('bytes', kind === 'sqlite' ? 'blob' : 'bytea', (column) => column.notNull())
      .addPrimaryKeyConstraint('snapshot_file_key', ['hash', 'name'])
      .execute();
    await keepRowsUntil(db, kind, 'snapshot_file', 'snapshot_tombstone');
  },
});
