/** The files of portfolios that people edit together, every version of them kept. */
import type { Kysely, Transaction } from 'kysely';
import { withoutNul } from '../without-nul.ts';
import { recordAct } from './acts.ts';
import type { Store } from './store.ts';
import type { FileVersionTable, Tables } from './tables.ts';
import { isVersionNumber } from './version-number.ts';

/** Who does something, why and when; a role, never a name. */
export interface Doing {
  byRole: string;
  why: string;
  /** ISO 8601, UTC. */
  at: string;
}

export interface FileVersion {
  path: string;
  version: number;
  /** Null where this version took the file away. */
  text: string | null;
  byRole: string;
  why: string;
  savedAt: string;
  restores: number | null;
}

/** What became of saving: it is on disk, or somebody else saved in between and nothing changed. */
export type Saved =
  { kind: 'saved'; version: FileVersion } | { kind: 'conflict'; theirs: FileVersion };

export interface PlainFile {
  path: string;
  text: string;
}

/** Versions of files, by their paths. */
export type Versions = Readonly<Record<string, number>>;

export interface Save {
  portfolio: string;
  path: string;
  /** Null to take the file away. */
  text: string | null;
  /** The version that was edited; 0 for a file that is new. */
  from: number;
}

/** Begin a portfolio with its files; false where its id is taken. */
export async function beginPortfolio(
  store: Store,
  { id, title, files }: { id: string; title: string; files: { path: string; text: string }[] },
  doing: Doing,
): Promise<boolean> {
  return store.write(async (transaction) => {
    const added = await transaction
      .insertInto('portfolio')
      .values({ id, title: withoutNul(title), begun_at: doing.at })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .execute();
    if (added.length === 0) return false;
    for (const { path, text } of files) {
      await addVersion(transaction, { portfolio: id, path, text, from: 0 }, doing, null);
    }
    await recordAct(transaction, {
      ...doing,
      act: 'began',
      subject: id,
      detail: { why: doing.why },
    });
    return true;
  });
}

/** Save a file where nobody else did since `from`; otherwise change nothing, and return theirs. */
export async function saveFile(store: Store, save: Save, doing: Doing): Promise<Saved> {
  return store.write((transaction) => saveIn(transaction, save, doing, null));
}

/**
 * What became of saving a whole portfolio: all of it is on disk (with which versions were made, and
 * which every file has now), or nothing changed.
 */
export type AllSaved =
  | { kind: 'saved'; versions: FileVersion[]; now: Versions }
  | { kind: 'conflict'; theirs: FileVersion[] };

/**
 * Save every file of a portfolio as one: those that differ get a new version, and those that are
 * missing from `files` are taken away. `from` says which versions were edited, by path; where a
 * file has another one by now, nothing is changed, and theirs are returned. Files that are just
 * what is kept conflict with nothing, whatever they were edited from.
 */
export async function saveAll(
  store: Store,
  { portfolio, files, from }: { portfolio: string; files: PlainFile[]; from: Versions },
  doing: Doing,
): Promise<AllSaved> {
  return store.write(async (transaction) => {
    const newest = await newestFiles(transaction, portfolio);
    const differing = differingTexts(newest, files);
    if (differing.length === 0) return { kind: 'saved', versions: [], now: versionsByPath(newest) };
    const theirs = newest.filter(({ path, version, text }) =>
      // What was taken away and was not there before is as good as not there.
      Object.hasOwn(from, path) ? from[path] !== version : text !== null,
    );
    if (theirs.length > 0) return { kind: 'conflict', theirs };
    const versions: FileVersion[] = [];
    for (const { path, text } of differing) {
      const from = newest.find((one) => one.path === path)?.version ?? 0;
      const saved = await saveIn(transaction, { portfolio, path, text, from }, doing, null);
      versions.push(...(saved.kind === 'saved' ? [saved.version] : []));
    }
    const now = { ...versionsByPath(newest), ...versionsByPath(versions) };
    return { kind: 'saved', versions, now };
  });
}

/** What differs between files and the newest versions; the text of what is not among them is null. */
function differingTexts(newest: readonly FileVersion[], files: readonly PlainFile[]) {
  const before = new Map(newest.map(({ path, text }) => [path, text]));
  const texts = new Map<string, string | null>([...before.keys()].map((path) => [path, null]));
  for (const { path, text } of files) texts.set(path, text);
  return [...texts]
    .map(([path, text]) => ({ path, text }))
    .filter(({ path, text }) => (before.get(path) ?? null) !== text);
}

/** Which version each file has. */
export function versionsByPath(files: readonly FileVersion[]): Record<string, number> {
  return Object.fromEntries(files.map(({ path, version }) => [path, version]));
}

/** Return every portfolio, what was saved last first. */
export async function listPortfolios(
  db: Kysely<Tables>,
): Promise<{ id: string; title: string; savedAt: string }[]> {
  const rows = await db
    .selectFrom('portfolio')
    .innerJoin('file_version', 'file_version.portfolio', 'portfolio.id')
    .select(({ fn }) => ['portfolio.id', 'portfolio.title', fn.max('saved_at').as('savedAt')])
    .groupBy(['portfolio.id', 'portfolio.title'])
    .execute();
  return rows.sort((a, b) => (a.savedAt > b.savedAt ? -1 : a.savedAt < b.savedAt ? 1 : 0));
}

/** Return what a portfolio is called; null where there is none of that id. */
export async function portfolioTitle(db: Kysely<Tables>, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('portfolio')
    .select('title')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.title ?? null;
}

/** Bring an earlier version back, as a new one; null where there is no such version. */
export async function restoreFile(
  store: Store,
  { portfolio, path, version, from }: Omit<Save, 'text'> & { version: number },
  doing: Doing,
): Promise<Saved | null> {
  if (!isVersionNumber(version)) return null;
  return store.write(async (transaction) => {
    const earlier = await versionsOf(transaction, portfolio, path)
      .where('version', '=', version)
      .executeTakeFirst();
    if (!earlier) return null;
    return saveIn(transaction, { portfolio, path, text: earlier.text, from }, doing, version);
  });
}

/** Return the newest version of every file that is there, in the order of their paths. */
export async function readFiles(db: Kysely<Tables>, portfolio: string): Promise<FileVersion[]> {
  return (await newestFiles(db, portfolio)).filter(({ text }) => text !== null);
}

/** The newest version of every file that ever was, those that were taken away among them. */
export async function newestFiles(db: Kysely<Tables>, portfolio: string): Promise<FileVersion[]> {
  const rows = await db
    .selectFrom('file_version as one')
    .selectAll()
    .where('portfolio', '=', portfolio)
    .where(({ eb, selectFrom }) =>
      eb(
        'version',
        '=',
        selectFrom('file_version as other')
          .select(({ fn }) => fn.max('other.version').as('newest'))
          .whereRef('other.portfolio', '=', 'one.portfolio')
          .whereRef('other.path', '=', 'one.path'),
      ),
    )
    .execute();
  return rows.map(fileVersion).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Return every version of every file of a portfolio, what was saved last first. */
export async function readWholeHistory(
  db: Kysely<Tables>,
  portfolio: string,
): Promise<FileVersion[]> {
  const rows = await db
    .selectFrom('file_version')
    .selectAll()
    .where('portfolio', '=', portfolio)
    .orderBy('saved_at', 'desc')
    .orderBy('path')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(fileVersion);
}

/** Return every version of a file, newest first. */
export async function readHistory(
  db: Kysely<Tables>,
  portfolio: string,
  path: string,
): Promise<FileVersion[]> {
  const rows = await versionsOf(db, portfolio, path).orderBy('version', 'desc').execute();
  return rows.map(fileVersion);
}

async function saveIn(
  transaction: Transaction<Tables>,
  save: Save,
  doing: Doing,
  restores: number | null,
): Promise<Saved> {
  const newest = await versionsOf(transaction, save.portfolio, save.path)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest && newest.version !== save.from) {
    return { kind: 'conflict', theirs: fileVersion(newest) };
  }
  const version = await addVersion(transaction, save, doing, restores);
  await recordAct(transaction, {
    ...doing,
    act: restores === null ? (save.text === null ? 'removed' : 'saved') : 'restored',
    subject: `${save.portfolio}/${save.path}`,
    detail: { version: version.version, why: doing.why },
  });
  return { kind: 'saved', version };
}

async function addVersion(
  transaction: Transaction<Tables>,
  { portfolio, path, text, from }: Save,
  { byRole, why, at }: Doing,
  restores: number | null,
): Promise<FileVersion> {
  const row = {
    portfolio,
    path,
    version: from + 1,
    text,
    by_role: byRole,
    why,
    saved_at: at,
    restores,
  };
  await transaction.insertInto('file_version').values(row).execute();
  return fileVersion(row);
}

function versionsOf(db: Kysely<Tables>, portfolio: string, path: string) {
  return db
    .selectFrom('file_version')
    .selectAll()
    .where('portfolio', '=', portfolio)
    .where('path', '=', path);
}

function fileVersion(row: FileVersionTable): FileVersion {
  const { path, version, text, by_role, why, saved_at, restores } = row;
  return { path, version, text, byRole: by_role, why, savedAt: saved_at, restores };
}
