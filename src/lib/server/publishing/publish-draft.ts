/** Publishing a draft of this server's store, as a run that may take long. */
import type { Kysely } from 'kysely';
import type { MethodInShort } from '../../../content/method-in-short.ts';
import { openChecks } from '../../snapshot/checklist.ts';
import type { ListedVersion } from '../../snapshot/listed.ts';
import type { DraftContent } from '../drafts/draft-content.ts';
import { draftWithPanels } from '../drafts/draft-panels.ts';
import { draftText } from '../drafts/draft-text.ts';
import { readDraft, type DoneBy, type DraftVersion } from '../drafts/drafts.ts';
import { readStatements } from '../drafts/statements.ts';
import { askForJob } from '../jobs/jobs.ts';
import type { JobKind } from '../jobs/job-runner.ts';
import { modelOfDraft, textHash } from '../kept-models.ts';
import { versionsOfSlug } from '../store/snapshots.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import { chosenScenarios } from './chosen-scenarios.ts';
import { prepareSnapshot, type Prepared } from './prepare-snapshot.ts';
import { overtaken, PublishRefused } from './publish-refused.ts';
import { publish } from './publish.ts';
import { keyOf } from './signing-keys.ts';
import { storeShelf } from './store-shelf.ts';
import { today, versionOf, type Said } from './version-of.ts';

export const PUBLISH = 'publish';

/** What such a run is asked with. */
interface PublishRequest {
  draft: string;
  version: number;
  /** The newest of its name when it was asked for, which it follows; null where it is the first. */
  previous: string | null;
  byRole: string;
  run: { seed: number; replications: number; draws: number };
}

/** What came of it. */
export interface PublishedDraft {
  slug: string;
  hash: string;
  status: string;
}

const CHANGED = 'It was changed meanwhile. Look at it again, then publish.';

const PANEL_CHANGED =
  'What a panel said was changed since this text was saved. Look at it again, then save.';

/**
 * Everything that keeps a version of a draft from being published, or does not; and the whole of it,
 * `whole`, with what panels say now.
 */
export async function checkDraft(store: Store, draft: string, newest: DraftVersion) {
  const { content, version } = newest;
  const statements = await readStatements(store.db, draft, version);
  const model = await modelOfDraft(store.db, content.model);
  if (!model) {
    throw new PublishRefused(
      `The model ${content.model} is not on this server any more, or has to be mended first.`,
    );
  }
  const open = openChecks(content.checklist);
  const { content: whole, isChanged, copied } = await draftWithPanels(store.db, content);
  // What was assured and approved is the text with the model of then.
  const isModelChanged = (content.modelHash ?? textHash(model)) !== textHash(model);
  const { scenarios, unknown } = chosenScenarios(content.scenarios, model.scenarios);
  if (content.scenarios.length < 2 || unknown.length > 0) {
    const rest = { fewScenarios: true, isModelChanged, whole, isPanelChanged: isChanged, copied };
    return { statements, open, prepared: null, findings: [], model, ...rest };
  }
  const { value, findings } = prepareSnapshot(
    draftText(whole, statements),
    model,
    scenarios.map(({ id }) => id),
  );
  const prepared = isModelChanged || isChanged || copied.length > 0 ? null : value;
  const rest = { fewScenarios: false, isModelChanged, whole, isPanelChanged: isChanged, copied };
  return { statements, open, prepared, findings, model, ...rest };
}

/**
 * Return what has to be said of the change before a draft follows the newest version of its name;
 * null where nothing has. Words that were left from that version would say that it has an error.
 */
export function changeToSay(
  newest: ListedVersion | undefined,
  { change }: DraftContent,
): string | null {
  if (!newest) return null;
  const why = change.why.trim();
  const isLeft = why !== '' && newest.kind === 'snapshot' && newest.about.why === why;
  if (why !== '' && !isLeft) return null;
  const also = isLeft ? ' with just these words on what changed' : '';
  return `Version ${newest.number} is published${also}. Before another one is, say what changed since then, and why.`;
}

/** Return what can be published of a draft that was checked; throws where it cannot be, and says why. */
function preparedIn(checked: Awaited<ReturnType<typeof checkDraft>>): Prepared {
  // A scenario that its model lost is one that the text is short of: what changed comes first.
  if (checked.isModelChanged) {
    throw new PublishRefused('The model was changed since this text was saved. Look, then save.');
  }
  if (checked.fewScenarios) {
    throw new PublishRefused('A snapshot compares two scenarios or more.');
  }
  if (checked.isPanelChanged) throw new PublishRefused(PANEL_CHANGED);
  if (checked.copied.length > 0) {
    throw new PublishRefused('The text has a copy of what a panel said. Take that out first.');
  }
  if (checked.open.length > 0) throw new PublishRefused('Not every check is done.');
  if (!checked.prepared) {
    throw new PublishRefused('Something in the text has to be mended first.');
  }
  return checked.prepared;
}

/**
 * Ask for a draft to be published; return the run's id. Throws `PublishRefused` where a check is
 * open, its text has to be mended, a run of it is under way, or it is published already and nothing
 * says what changed since.
 */
export async function askToPublish(
  store: Store,
  draft: string,
  { version, isDraftMeant, engine, run }: AskedToPublish,
  doing: DoneBy,
): Promise<string> {
  const newest = await readDraft(store.db, draft);
  if (newest?.version !== version) throw new PublishRefused(CHANGED);
  const checked = await checkDraft(store, draft, newest);
  const { statements } = checked;
  const prepared = preparedIn(checked);
  const isWhole = statements.assurance !== null && statements.approval !== null;
  if (!isWhole && !isDraftMeant) {
    throw new PublishRefused('It is not assured and approved. Say that a draft is meant.');
  }
  const { slug } = prepared.text;
  const title = `Publish: ${newest.content.title}`;
  // Two people who ask at once ask one after the other.
  return store.write(async (transaction) => {
    if ((await readDraft(transaction, draft))?.version !== version) {
      throw new PublishRefused(CHANGED);
    }
    if (await isUnderWay(transaction, draft)) {
      throw new PublishRefused('It was asked for already: its run is under way.');
    }
    const versions = await versionsOfSlug(transaction, slug);
    versionOf([{ slug, versions }], slug, said(versions[0], newest.content), today());
    const previous = versions[0]?.hash ?? null;
    const request: PublishRequest = { draft, version, previous, byRole: doing.byRole, run };
    const id = await askForJob(transaction, { kind: PUBLISH, title, request, engine }, doing);
    await transaction.updateTable('draft').set({ job: id }).where('id', '=', draft).execute();
    return id;
  });
}

async function isUnderWay(db: Kysely<Tables>, draft: string): Promise<boolean> {
  const row = await db
    .selectFrom('draft')
    .innerJoin('job', 'job.id', 'draft.job')
    .select('job.id')
    .where('draft.id', '=', draft)
    .where('job.state', 'in', ['waiting', 'running'])
    .executeTakeFirst();
  return row !== undefined;
}

export interface AskedToPublish {
  version: number;
  /** True where “Draft, not assured” on every page is what is wanted. */
  isDraftMeant: boolean;
  engine: string;
  run: PublishRequest['run'];
}

/** The kind of run that publishes. `data` is the folder with the publisher's key. */
export function publishJob(store: Store, data: string, method: () => MethodInShort): JobKind {
  return async (asked, { pool, threads, signal, onProgress, confirm }): Promise<PublishedDraft> => {
    const { draft, version, previous, byRole, run } = asked as PublishRequest;
    const wanted = await readDraft(store.db, draft, version);
    if (!wanted) throw new PublishRefused('The draft is not there any more.');
    // Between the asking and the run, model and panel may have changed.
    const prepared = preparedIn(await checkDraft(store, draft, wanted));
    const shelf = storeShelf(store);
    const date = today();
    const { slug } = prepared.text;
    const versions = await versionsOfSlug(store.db, slug);
    // What it says of the change is said of the version that was the newest then.
    if ((versions[0]?.hash ?? null) !== previous) throw new PublishRefused(overtaken(slug));
    const change = said(versions[0], wanted.content);
    const snapshotVersion = versionOf([{ slug, versions }], slug, change, date);
    const { key } = await keyOf(data);
    // A run takes minutes, in which somebody can take back what they said.
    const confirmAll = async () => {
      await confirm();
      const now = await draftWithPanels(store.db, wanted.content);
      if (now.isChanged) throw new PublishRefused(PANEL_CHANGED);
    };
    const { hash, document } = await publish(
      prepared,
      {
        shelf,
        version: snapshotVersion,
        date,
        run,
        key,
        method: method(),
        byRole,
        confirm: confirmAll,
      },
      (request, told) =>
        pool.run({ ...request, threads }, { signal, onProgress: (done) => told(done) }),
      onProgress,
    );
    return { slug, hash, status: document.status };
  };
}

/** Which version it is to be: the first, or what the draft says of the one before. */
function said(newest: ListedVersion | undefined, content: DraftContent): Said {
  if (!newest) return {};
  const unsaid = changeToSay(newest, content);
  if (unsaid) throw new PublishRefused(unsaid);
  const { kind, why } = content.change;
  return { [kind === 'revision' ? 'revises' : 'corrects']: newest.hash, because: why };
}
