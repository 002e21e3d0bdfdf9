/** Drafts of snapshots: every version kept, and nobody's work overwritten by somebody else's. */
import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { CHART_IDS } from '../../snapshot/charts.ts';
import { recordAct } from '../store/acts.ts';
import type { DraftVersionTable } from '../store/draft-tables.ts';
import type { Doing } from '../store/portfolio-files.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import { isVersionNumber } from '../store/version-number.ts';
import type { DraftContent } from './draft-content.ts';

export interface DraftVersion {
  version: number;
  content: DraftContent;
  byRole: string;
  why: string;
  savedAt: string;
  restores: number | null;
}

/** Whose account does something, besides what is recorded of it. */
export type DoneBy = Doing & { person: string };

/** What became of saving: on disk; nothing new; or somebody else saved in between. */
export type DraftSaved =
  | { kind: 'saved'; version: DraftVersion }
  | { kind: 'same'; version: DraftVersion }
  | { kind: 'conflict'; theirs: DraftVersion };

export async function beginDraft(
  store: Store,
  content: DraftContent,
  doing: DoneBy,
): Promise<string> {
  const id = randomUUID();
  await store.write(async (transaction) => {
    await transaction.insertInto('draft').values({ id, begun_at: doing.at, job: null }).execute();
    await addVersion(transaction, id, 0, content, doing, null);
    await record(transaction, id, 'began a draft', 1, doing);
  });
  return id;
}

/** Save where nobody else did since the version `from`; otherwise change nothing, and return theirs. */
export async function saveDraft(
  store: Store,
  draft: string,
  { content, from }: { content: DraftContent; from: number },
  doing: DoneBy,
): Promise<DraftSaved | null> {
  return store.write(async (transaction) => {
    const newest = await readDraft(transaction, draft);
    if (!newest) return null;
    if (JSON.stringify(newest.content) === JSON.stringify(content)) {
      return { kind: 'same', version: newest };
    }
    if (newest.version !== from) return { kind: 'conflict', theirs: newest };
    const version = await addVersion(transaction, draft, from, content, doing, null);
    await record(transaction, draft, 'saved a draft', version.version, doing);
    return { kind: 'saved', version };
  });
}

/** Bring an earlier version back, as a new one; null where there is no such version. */
export async function restoreDraft(
  store: Store,
  draft: string,
  { version, from }: { version: number; from: number },
  doing: DoneBy,
): Promise<DraftSaved | null> {
  if (!isVersionNumber(version)) return null;
  return store.write(async (transaction) => {
    const newest = await readDraft(transaction, draft);
    const earlier = await readDraft(transaction, draft, version);
    if (!newest || !earlier) return null;
    if (newest.version !== from) return { kind: 'conflict', theirs: newest };
    const made = await addVersion(transaction, draft, from, earlier.content, doing, version);
    await record(transaction, draft, 'restored a draft', made.version, doing);
    return { kind: 'saved', version: made };
  });
}

/** Return a version of a draft, the newest where none is named; null where there is none. */
export async function readDraft(
  db: Kysely<Tables>,
  draft: string,
  version?: number,
): Promise<DraftVersion | null> {
  const row = await db
    .selectFrom('draft_version')
    .selectAll()
    .where('draft', '=', draft)
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? versionOf(row) : null;
}

/** Return every version, newest first. */
export async function draftHistory(db: Kysely<Tables>, draft: string): Promise<DraftVersion[]> {
  const rows = await db
    .selectFrom('draft_version')
    .selectAll()
    .where('draft', '=', draft)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(versionOf);
}

/** Return the newest version of every draft, the one begun last first. */
export async function listDrafts(db: Kysely<Tables>): Promise<(DraftVersion & { id: string })[]> {
  const drafts = await db.selectFrom('draft').select('id').orderBy('begun_at', 'desc').execute();
  const all: (DraftVersion & { id: string })[] = [];
  for (const { id } of drafts) {
    const newest = await readDraft(db, id);
    if (newest) all.push({ id, ...newest });
  }
  return all;
}

/** Whether an account saved any version of a draft: it is the analyst's, whoever else it may be. */
export async function hasWritten(
  db: Kysely<Tables>,
  draft: string,
  person: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('draft_version')
    .select('version')
    .where('draft', '=', draft)
    .where('person', '=', person)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function addVersion(
  transaction: Transaction<Tables>,
  draft: string,
  from: number,
  content: DraftContent,
  { person, byRole, why, at }: DoneBy,
  restores: number | null,
): Promise<DraftVersion> {
  const row = {
    ...{ draft, version: from + 1, content: JSON.stringify(content), person },
    ...{ by_role: byRole, why, saved_at: at, restores },
  };
  await transaction.insertInto('draft_version').values(row).execute();
  return versionOf(row);
}

async function record(
  transaction: Transaction<Tables>,
  draft: string,
  act: string,
  version: number,
  { at, byRole, why }: Doing,
): Promise<void> {
  const subject = `drafts/${draft}`;
  await recordAct(transaction, { at, byRole, act, subject, detail: { version, why } });
}

function versionOf(row: DraftVersionTable): DraftVersion {
  const { version, by_role, why, saved_at, restores } = row;
  // Those of before charts could be chosen show all of them.
  const content = JSON.parse(row.content) as DraftContent;
  content.charts ??= [...CHART_IDS];
  return { version, content, byRole: by_role, why, savedAt: saved_at, restores };
}
