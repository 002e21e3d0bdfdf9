import type { Kysely, Migration } from 'kysely';

/** What lists say of a version is read from its `snapshot.json`, which nobody can change unseen. */
export const listsFromSnapshots = (): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('snapshot_content').dropColumn('about').execute();
  },
});
