/** Published snapshots in the store: every version whole or not at all, and never altered. */
import { sql, type Kysely } from 'kysely';
import type { PublishedFile } from '../../documents/data-package.ts';
import type { Frozen } from '../../snapshot/freeze.ts';
import {
  bySlug,
  listedAltered,
  listedTombstone,
  listedVersion,
  searchWords,
  wordsSought,
  type ListedSnapshot,
  type ListedVersion,
} from '../../snapshot/listed.ts';
import { readSnapshot } from '../../snapshot/read-snapshot.ts';
import type { Snapshot, Tombstone, Version } from '../../snapshot/snapshot.ts';
import { withoutNul } from '../without-nul.ts';
import { firstAlteredAct, readActs, recordAct } from './acts.ts';
import type { Doing } from './portfolio-files.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** What became of putting a version: it is there; it was there before; or another one came first. */
export type Put = 'put' | 'there already' | 'withdrawn' | 'overtaken';

/**
 * Put a version with all of its files, on disk when this resolves. The same version again changes
 * nothing. One that does not follow the newest of its slug is `overtaken`: somebody else published.
 */
export async function putSnapshot(
  store: Store,
  { document, hash }: Frozen<Snapshot>,
  files: readonly PublishedFile[],
  doing: Doing,
): Promise<Put> {
  const { slug, number, date, previous, about } = listedVersion(document, hash);
  return store.write(async (transaction) => {
    const there = await versions(transaction).where('version.hash', '=', hash).executeTakeFirst();
    if (there) return there.tombstone === null ? 'there already' : 'withdrawn';
    const newest = await versions(transaction)
      .where('slug', '=', slug)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    if ((newest?.hash ?? null) !== previous || number !== (newest?.number ?? 0) + 1) {
      return 'overtaken';
    }
    const version = { hash, slug, number, previous, published: date };
    await transaction.insertInto('snapshot_version').values(version).execute();
    await transaction
      .insertInto('snapshot_content')
      .values({ hash, words: withoutNul(searchWords(document)) })
      .execute();
    await putFiles(transaction, hash, files);
    const { kind, status } = about;
    const detail = { hash, number, kind, previous, status, why: doing.why };
    await recordAct(transaction, { ...doing, act: 'published', subject: `s/${slug}`, detail });
    return 'put';
  });
}

/**
 * Take a version away and leave its tombstone, with the files that stand beside that; false where it
 * is not there, or was withdrawn before.
 */
export async function withdrawSnapshot(
  store: Store,
  { document, text }: Frozen<Tombstone>,
  files: readonly PublishedFile[],
  doing: Doing,
): Promise<boolean> {
  const { slug, withdrawn: hash, number, why } = document;
  return store.write(async (transaction) => {
    const there = await versions(transaction).where('version.hash', '=', hash).executeTakeFirst();
    if (!there || there.tombstone !== null) return false;
    // The tombstone comes first: only then does the database let the rest go.
    await transaction.insertInto('snapshot_tombstone').values({ hash, text }).execute();
    await transaction.deleteFrom('snapshot_content').where('hash', '=', hash).execute();
    await transaction.deleteFrom('snapshot_file').where('hash', '=', hash).execute();
    await putFiles(transaction, hash, files);
    const detail = { hash, number, why };
    await recordAct(transaction, { ...doing, act: 'withdrew', subject: `s/${slug}`, detail });
    return true;
  });
}

async function putFiles(
  transaction: Kysely<Tables>,
  hash: string,
  files: readonly PublishedFile[],
): Promise<void> {
  for (const [place, { name, content }] of files.entries()) {
    const bytes = Buffer.from(content as Uint8Array);
    await transaction.insertInto('snapshot_file').values({ hash, name, place, bytes }).execute();
  }
}

/** What the log of acts says of a version; logs of before do not say which kind it is. */
export type Logged = Pick<Version, 'why'> & Partial<Pick<Version, 'kind' | 'previous'>>;

/**
 * Return what the log of acts says of a version from when it was published; null where it says
 * nothing, or was altered itself.
 */
export async function loggedVersion(
  db: Kysely<Tables>,
  { slug, hash }: { slug: string; hash: string },
): Promise<Logged | null> {
  if ((await firstAlteredAct(db)) !== null) return null;
  const acts = await readActs(db, `s/${slug}`);
  const published = acts.find(({ act, detail }) => act === 'published' && detail.hash === hash);
  return published ? (published.detail as unknown as Logged) : null;
}

/** Return every version of every snapshot, what is newest first. */
export async function listSnapshots(db: Kysely<Tables>): Promise<ListedSnapshot[]> {
  return bySlug(await listed(db, await versions(db).execute()));
}

/** Return the versions of one snapshot, the newest first; none where nothing has that name. */
export async function versionsOfSlug(db: Kysely<Tables>, slug: string): Promise<ListedVersion[]> {
  const rows = await versions(db).where('slug', '=', slug).orderBy('number', 'desc').execute();
  return listed(db, rows);
}

/** Return the version with a hash, or null. */
export async function versionByHash(
  db: Kysely<Tables>,
  hash: string,
): Promise<ListedVersion | null> {
  const rows = await versions(db).where('version.hash', '=', hash).execute();
  return (await listed(db, rows)).at(0) ?? null;
}

/** Return the hashes of the versions that stand and have every word sought; all where none is. */
export async function searchSnapshots(db: Kysely<Tables>, query: string): Promise<Set<string>> {
  let found = db.selectFrom('snapshot_content').select('hash');
  for (const word of wordsSought(query)) {
    const pattern = `%${word.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
    found = found.where(sql<boolean>`words like ${pattern} escape '\\'`);
  }
  return new Set((await found.execute()).map(({ hash }) => hash));
}

/** Return the names of a version's files in the order in which they were put; none once withdrawn. */
export async function namesOfFiles(db: Kysely<Tables>, hash: string): Promise<string[]> {
  const rows = await db
    .selectFrom('snapshot_file')
    .select('name')
    .where('hash', '=', hash)
    .orderBy('place')
    .execute();
  return rows.map(({ name }) => name);
}

/** Return a file of a version, or null where there is none, or no more. */
export async function readSnapshotFile(
  db: Kysely<Tables>,
  hash: string,
  name: string,
): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('snapshot_file')
    .select('bytes')
    .where('hash', '=', hash)
    .where('name', '=', name)
    .executeTakeFirst();
  // libsql gives an ArrayBuffer and pg a Buffer, which is part of a larger one.
  return row ? new Uint8Array(row.bytes) : null;
}

/**
 * Return a mark that is another one after every publication and withdrawal, and only then: what
 * was worked out from the list holds as long as it is the same.
 */
export async function stampOfSnapshots(db: Kysely<Tables>): Promise<string> {
  const { put, withdrawn } = await db
    .selectNoFrom(({ selectFrom }) => [
      selectFrom('snapshot_version')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('put'),
      selectFrom('snapshot_tombstone')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('withdrawn'),
    ])
    .executeTakeFirstOrThrow();
  return `${put} ${withdrawn}`;
}

function versions(db: Kysely<Tables>) {
  return db
    .selectFrom('snapshot_version as version')
    .leftJoin('snapshot_tombstone as stone', 'stone.hash', 'version.hash')
    .select(['version.hash', 'slug', 'number', 'previous', 'published'])
    .select('stone.text as tombstone');
}

type Row = Tables['snapshot_version'] & { tombstone: string | null };

/**
 * What lists say of snapshots that were read, by database, since another may hold an altered copy: the
 * hash that a version is known by never lets it change.
 */
const readFrom = new WeakMap<Kysely<Tables>, Map<string, ListedVersion>>();
const saidAltered = new Set<string>();

async function listed(db: Kysely<Tables>, rows: readonly Row[]): Promise<ListedVersion[]> {
  const versions: ListedVersion[] = [];
  const known = knownOf(db);
  for (const { tombstone, ...row } of rows) {
    versions.push(
      tombstone === null
        ? (known.get(row.hash) ?? (await readListed(db, row)))
        : listedTombstone(JSON.parse(tombstone) as Tombstone),
    );
  }
  return versions;
}

function knownOf(db: Kysely<Tables>): Map<string, ListedVersion> {
  const known = readFrom.get(db) ?? new Map<string, ListedVersion>();
  readFrom.set(db, known);
  return known;
}

/** Read what lists say from the snapshot itself: a row beside it can be altered and nobody sees it. */
async function readListed(db: Kysely<Tables>, row: Omit<Row, 'tombstone'>): Promise<ListedVersion> {
  const { hash, slug, number, previous, published: date } = row;
  const bytes = await readSnapshotFile(db, hash, 'snapshot.json');
  const read = bytes && readSnapshot(bytes);
  // Many are read at the first look, and others wait meanwhile.
  await new Promise(setImmediate);
  if (read?.kind === 'snapshot' && read.hash === hash) {
    const version = listedVersion(read.snapshot, hash);
    const isPlace =
      version.slug === slug && version.number === number && version.previous === previous;
    if (isPlace && version.date === date) {
      knownOf(db).set(hash, version);
      return version;
    }
  }
  if (!saidAltered.has(hash)) {
    process.stderr.write(`Version ${hash} of ${slug} is not as it was published.\n`);
  }
  saidAltered.add(hash);
  return listedAltered({ slug, hash, number, date, previous });
}
