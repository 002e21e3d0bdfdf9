import { Migrator, sql, type Kysely, type Migration, type MigrationResultSet } from 'kysely';
import { firstTables } from './migrations/0001-first-tables.ts';
import { snapshots } from './migrations/0002-snapshots.ts';
import { jobs } from './migrations/0003-jobs.ts';
import { accounts } from './migrations/0004-accounts.ts';
import { drafts } from './migrations/0005-drafts.ts';
import { workshops } from './migrations/0006-workshops.ts';
import { noTokens } from './migrations/0007-no-tokens.ts';
import { secretMark } from './migrations/0008-secret-mark.ts';
import { noSamples } from './migrations/0009-no-samples.ts';
import { noReplacing } from './migrations/0010-no-replacing.ts';
import { listsFromSnapshots } from './migrations/0011-lists-from-snapshots.ts';
import { wiping } from './migrations/0012-wiping.ts';
import type { StoreKind } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * Every step from an empty store to the newest, in order. A step that was published is never
 * changed: later ones mend it.
 */
const steps: Record<string, (kind: StoreKind) => Migration> = {
  '0001-first-tables': firstTables,
  '0002-snapshots': snapshots,
  '0003-jobs': jobs,
  '0004-accounts': accounts,
  '0005-drafts': drafts,
  '0006-workshops': workshops,
  '0007-no-tokens': noTokens,
  '0008-secret-mark': secretMark,
  '0009-no-samples': noSamples,
  '0010-no-replacing': noReplacing,
  '0011-lists-from-snapshots': listsFromSnapshots,
  '0012-wiping': wiping,
};

/** Bring the tables up to this version, all of it or nothing; throws where that fails. */
export async function migrate(db: Kysely<Tables>, kind: StoreKind): Promise<void> {
  const migrations = Object.fromEntries(
    Object.entries(steps).map(([name, step]) => [name, step(kind)]),
  );
  const { error, results } = await (kind === 'postgres' ? toNewest : oneAtATime)(db, migrations);
  if (error === undefined) return;
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName;
  const step = failed ? ` at step ${failed}` : '';
  const reason = error instanceof Error ? error.message : String(error);
  throw new Error(`The store cannot be brought up to date${step}: ${reason}`, { cause: error });
}

/** Kysely locks and begins a transaction by itself on PostgreSQL, and does neither on SQLite. */
function oneAtATime(
  db: Kysely<Tables>,
  migrations: Record<string, Migration>,
): Promise<MigrationResultSet> {
  return db.connection().execute(async (only) => {
    // Whoever else opens the store just now waits here, and finds nothing left to do.
    await sql`begin immediate`.execute(only);
    const done = await toNewest(only, migrations);
    // What failed is never committed: `openStore` closes the connection, and that undoes it.
    if (done.error === undefined) await sql`commit`.execute(only);
    return done;
  });
}

function toNewest(
  db: Kysely<Tables>,
  migrations: Record<string, Migration>,
): Promise<MigrationResultSet> {
  return new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
  }).migrateToLatest();
}
