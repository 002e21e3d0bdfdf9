import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { methodInShort } from '../../src/content/method-in-short.ts';
import type { DraftContent } from '../../src/lib/server/drafts/draft-content.ts';
import { beginDraft, readDraft, saveDraft } from '../../src/lib/server/drafts/drafts.ts';
import { JobRunner } from '../../src/lib/server/jobs/job-runner.ts';
import { cancelJob, listJobs, readJob, type Job } from '../../src/lib/server/jobs/jobs.ts';
import type { UnitPool } from '../../src/lib/server/jobs/open-units.ts';
import { modelOfDraft, textHash } from '../../src/lib/server/kept-models.ts';
import {
  askToPublish,
  PUBLISH,
  publishJob,
} from '../../src/lib/server/publishing/publish-draft.ts';
import { PublishRefused } from '../../src/lib/server/publishing/publish-refused.ts';
import { beginPortfolio, saveFile } from '../../src/lib/server/store/portfolio-files.ts';
import { readSnapshotFile, versionsOfSlug } from '../../src/lib/server/store/snapshots.ts';
import type { Store } from '../../src/lib/server/store/store.ts';
import { runHere } from '../snapshot/small-run.ts';
import { describeEachStore, type StoreForTest } from './each-store.ts';
import { wholeDraft } from './whole-draft.ts';

const at = '2027-03-09T10:00:00.000Z';
const analyst = { person: 'a1', byRole: 'analyst', why: 'A try', at };
const approver = { person: 'c1', byRole: 'approver', why: 'A try', at };
const slug = 'longer-awards';

const whole = wholeDraft('one-worker-one-contract');

const corrected = (why: string, title = 'Longer awards'): DraftContent => ({
  ...whole,
  title,
  change: { kind: 'correction', why },
});

const ask = async (store: Store, draft: string, who = analyst) =>
  askToPublish(
    store,
    draft,
    {
      version: (await readDraft(store.db, draft))!.version,
      isDraftMeant: true,
      engine: 'e',
      run: { seed: 1, replications: 2, draws: 2 },
    },
    who,
  );

async function save(store: Store, draft: string, content: DraftContent): Promise<void> {
  const from = (await readDraft(store.db, draft))!.version;
  expect(await saveDraft(store, draft, { content, from }, analyst)).toMatchObject({
    kind: 'saved',
  });
}

/**
 * See to every run that was asked for; return what became of them, what was asked for first first.
 * `meanwhile` happens in the midst of each.
 */
async function runAll(
  { place }: StoreForTest,
  store: Store,
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Job[]> {
  const pool = {
    run: async (request: Parameters<typeof runHere>[0]) => {
      await meanwhile();
      return runHere(request, () => undefined);
    },
  } as unknown as UnitPool['pool'];
  const kinds = { [PUBLISH]: publishJob(store, place.folder, methodInShort) };
  const runner = new JobRunner(store, 'e', kinds, { pool, atOnce: 1 });
  runner.start();
  try {
    for (;;) {
      const jobs = await listJobs(store.db);
      if (jobs.every(({ endedAt }) => endedAt !== null)) return jobs.reverse();
      await wait(30);
    }
  } finally {
    await runner.stop();
  }
}

const published = async (store: Store) =>
  (await versionsOfSlug(store.db, slug)).map((one) => [
    one.number,
    one.kind === 'snapshot' ? one.about.why : 'withdrawn',
  ]);

/** A draft about a model that is kept in the store, and what retitles one of its scenarios there. */
async function aboutKept(store: Store) {
  const path = 'scenarios/thirty-six-months.yaml';
  const files = ['portfolio.yaml', 'scenarios/as-it-is.yaml', path].map((path) => ({
    path,
    text: readFileSync(`models/one-worker-one-contract/${path}`, 'utf8'),
  }));
  await beginPortfolio(store, { id: 'ours', title: 'Ours', files }, analyst);
  const model = 'kept:ours';
  const modelHash = textHash((await modelOfDraft(store.db, model))!);
  const draft = await beginDraft(store, { ...whole, model, modelHash }, analyst);
  const text = files[2].text.replace('title: Thirty-six months', 'title: Retitled');
  const retitle = () => saveFile(store, { portfolio: 'ours', path, text, from: 1 }, analyst);
  const takeAway = () => saveFile(store, { portfolio: 'ours', path, text: null, from: 1 }, analyst);
  return { draft, retitle, takeAway };
}

describeEachStore('a draft that is published', (newStore) => {
  test('however often it is asked for, it is published once', async () => {
    const made = await newStore();
    const store = await made.open();
    const draft = await beginDraft(store, whole, analyst);
    const both = await Promise.allSettled([ask(store, draft), ask(store, draft, approver)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((one) => one.status === 'rejected')!;
    expect(refused.reason).toBeInstanceOf(PublishRefused);
    expect((refused.reason as Error).message).toMatch(/run is under way/);
    await expect(ask(store, draft)).rejects.toThrow(/run is under way/);
    expect(await runAll(made, store)).toMatchObject([{ state: 'done' }]);
    await expect(ask(store, draft)).rejects.toThrow(/^Version 1 is published\. Before another/);

    await save(store, draft, corrected('A figure was wrong.'));
    await ask(store, draft, approver);
    await expect(ask(store, draft)).rejects.toThrow(/run is under way/);
    await runAll(made, store);
    // Later, from a page that was open: nothing changed, and nothing is said to have an error.
    await expect(ask(store, draft)).rejects.toThrow(
      /^Version 2 is published with just these words/,
    );
    // Nor where something changed and the words are those of the change before.
    await save(store, draft, corrected('A figure was wrong. ', 'Awards that last'));
    await expect(ask(store, draft)).rejects.toThrow(
      /^Version 2 is published with just these words/,
    );
    expect(await published(store)).toEqual([
      [2, 'A figure was wrong.'],
      [1, ''],
    ]);

    await save(store, draft, corrected('The title said too little.', 'Awards that last'));
    await ask(store, draft);
    await runAll(made, store);
    expect((await published(store))[0]).toEqual([3, 'The title said too little.']);
  });

  test('a run that was cancelled can be asked for again', async () => {
    const made = await newStore();
    const store = await made.open();
    const draft = await beginDraft(store, whole, analyst);
    const id = await ask(store, draft);
    expect(await cancelJob(store, id, analyst)).toBe(true);
    const again = await ask(store, draft);
    await runAll(made, store);
    expect(await readJob(store.db, again)).toMatchObject({ state: 'done' });
    expect(await published(store)).toEqual([[1, '']]);
  });

  test('what it says of a change is never said of a version that came after it was asked for', async () => {
    const made = await newStore();
    const store = await made.open();
    const first = await beginDraft(store, whole, analyst);
    await ask(store, first);
    await runAll(made, store);
    const one = await beginDraft(store, corrected('A figure was wrong.'), analyst);
    const other = await beginDraft(store, corrected('The title was wrong.', 'Awards'), analyst);
    const later = { ...analyst, at: '2027-03-09T10:00:01.000Z' };
    await ask(store, one);
    await ask(store, other, later);
    const jobs = await runAll(made, store);
    expect(jobs.slice(-2)).toMatchObject([
      { state: 'done' },
      { state: 'failed', problem: expect.stringMatching(/^Somebody else published/) as string },
    ]);
    expect(await published(store)).toEqual([
      [2, 'A figure was wrong.'],
      [1, ''],
    ]);
  });

  test.each(['retitle', 'takeAway'] as const)(
    'it is not where its model was changed before the run began, and that is said (%s)',
    async (change) => {
      const made = await newStore();
      const store = await made.open();
      const kept = await aboutKept(store);
      await ask(store, kept.draft);
      await kept[change]();
      const problem = expect.stringMatching(/^The model was changed since/) as string;
      expect(await runAll(made, store)).toMatchObject([{ state: 'failed', problem }]);
      await expect(ask(store, kept.draft)).rejects.toThrow(/^The model was changed since/);
      expect(await published(store)).toEqual([]);
    },
  );

  test('what is published is the model of when its run began, whatever becomes of it meanwhile', async () => {
    const made = await newStore();
    const store = await made.open();
    const { draft, retitle } = await aboutKept(store);
    await ask(store, draft);
    expect(await runAll(made, store, retitle)).toMatchObject([{ state: 'done' }]);
    const [{ hash }] = await versionsOfSlug(store.db, slug);
    const bytes = await readSnapshotFile(store.db, hash, 'snapshot.json');
    const text = new TextDecoder().decode(bytes!);
    expect(text).toContain('title: Thirty-six months');
    expect(text).not.toContain('Retitled');
  });
});
