import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { methodInShort } from '../../src/content/method-in-short.ts';
import { draftWithPanels, takenPanels } from '../../src/lib/server/drafts/draft-panels.ts';
import { beginDraft, readDraft, saveDraft } from '../../src/lib/server/drafts/drafts.ts';
import type { JobTools } from '../../src/lib/server/jobs/job-runner.ts';
import {
  askToPublish,
  checkDraft,
  publishJob,
} from '../../src/lib/server/publishing/publish-draft.ts';
import { listSnapshots } from '../../src/lib/server/store/snapshots.ts';
import type { Store } from '../../src/lib/server/store/store.ts';
import { wipeRemoved } from '../../src/lib/server/store/wipe-removed.ts';
import { withdrawDevice } from '../../src/lib/server/workshops/devices.ts';
import { listWorkshops } from '../../src/lib/server/workshops/list-workshops.ts';
import {
  amendKept,
  purgeWorkshops,
  readRecord,
} from '../../src/lib/server/workshops/workshop-log.ts';
import { panelHeading } from '../../src/lib/words/panel-in-snapshot.ts';
import { runHere } from '../snapshot/small-run.ts';
import { describeEachStore, type StoreForTest } from './each-store.ts';
import { wholeDraft } from './whole-draft.ts';
import { at, heldWorkshop, model, own, point } from './held-workshop.ts';

const analyst = { person: 'a1', byRole: 'analyst', why: 'A try', at };
const run = { seed: 1, replications: 2, draws: 2 };

const whole = wholeDraft(model);

/** A draft with the panel taken in, as the page takes it. */
async function draftOf(store: Store, workshop: string): Promise<string> {
  const id = await beginDraft(store, whole, analyst);
  await save(store, id, [workshop]);
  return id;
}

async function save(store: Store, draft: string, workshops: string[]): Promise<void> {
  const newest = (await readDraft(store.db, draft))!;
  const rest = { ...newest.content };
  delete rest.panels;
  const content = { ...rest, ...(await takenPanels(store.db, model, workshops)) };
  const saved = await saveDraft(store, draft, { content, from: newest.version }, analyst);
  expect(saved).toMatchObject({ kind: 'saved' });
}

const shownOf = async (store: Store, draft: string) =>
  JSON.stringify(
    (await draftWithPanels(store.db, (await readDraft(store.db, draft))!.content)).content,
  );

const stateOf = async (store: Store, draft: string) =>
  checkDraft(store, draft, (await readDraft(store.db, draft))!);

const ask = async (store: Store, draft: string) =>
  askToPublish(
    store,
    draft,
    { version: (await readDraft(store.db, draft))!.version, isDraftMeant: true, engine: 'e', run },
    analyst,
  );

/** Publish as the runner of jobs does; `meanwhile` happens once the run is done. */
async function published(
  { place }: StoreForTest,
  store: Store,
  draft: string,
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
) {
  const { version } = (await readDraft(store.db, draft))!;
  const tools = {
    pool: { run: (request: Parameters<typeof runHere>[0]) => runHere(request, () => undefined) },
    threads: 1,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    confirm: async () => void (await meanwhile()),
  } as unknown as JobTools;
  return publishJob(
    store,
    place.folder,
    methodInShort,
  )({ draft, version, previous: null, byRole: 'analyst', run }, tools);
}

describeEachStore('what a panel said, in a draft', (newStore) => {
  test('once it is taken back no draft, no version of one and no publication has it', async () => {
    const made = await newStore();
    const store = await made.open();
    const workshop = await heldWorkshop(store);
    const draft = await draftOf(store, workshop);
    for (const words of [own, point]) expect(await shownOf(store, draft)).toContain(words);
    const before = await stateOf(store, draft);
    expect(before).toMatchObject({ isPanelChanged: false, copied: [], open: [] });
    for (const words of [own, point]) expect(JSON.stringify(before.prepared)).toContain(words);
    await ask(store, draft);

    // While the run that was asked for is under way.
    const takesBack = () => withdrawDevice(store, workshop, 'a', at);
    await expect(published(made, store, draft, takesBack)).rejects.toThrow(/What a panel said/);
    expect(await listSnapshots(store.db)).toEqual([]);

    const versions = await store.db.selectFrom('draft_version').selectAll().execute();
    expect(versions).toHaveLength(2);
    for (const words of [own, point]) {
      expect(await shownOf(store, draft)).not.toContain(words);
      expect(JSON.stringify(versions)).not.toContain(words);
    }
    expect(await wipeRemoved(store)).toBe(true);
    if (made.kind === 'sqlite') {
      for (const file of ['bide.db', 'bide.db-wal']) {
        const bytes = await readFile(join(made.place.folder, file));
        for (const words of [own, point]) expect(bytes.includes(words), file).toBe(false);
      }
    }
    // What was assured and approved is another text: somebody looks at it and saves.
    expect(await stateOf(store, draft)).toMatchObject({ isPanelChanged: true, prepared: null });
    await expect(ask(store, draft)).rejects.toThrow(/What a panel said was changed/);
    await expect(published(made, store, draft)).rejects.toThrow(/What a panel said was changed/);
    await save(store, draft, [workshop]);
    await published(made, store, draft);
    const files = await store.db.selectFrom('snapshot_file').selectAll().execute();
    const page = files.find(({ name }) => name === 'index.html')!;
    expect(Buffer.from(page.bytes).toString()).toContain('What a panel said on 9 March 2027');
    for (const { name, bytes } of files) {
      for (const words of [own, point]) {
        expect(Buffer.from(bytes).includes(words), name).toBe(false);
      }
    }
  });

  test('what is held back later goes from it too, with everything else removed', async () => {
    const store = await (await newStore()).open();
    const workshop = await heldWorkshop(store);
    const draft = await draftOf(store, workshop);
    await purgeWorkshops(store, '2027-04-08T00:00:00.000Z');
    expect(await stateOf(store, draft)).toMatchObject({ isPanelChanged: false });
    const { id } = (await readRecord(store.db, workshop))!.points[0];
    expect(
      await amendKept(store, workshop, { act: 'held back', point: id, because: 'names' }),
    ).toBe(true);
    const shown = await shownOf(store, draft);
    expect(shown).not.toContain(point);
    expect(shown).toContain(own);
    expect(shown).toContain('Words are held back once');
    expect(await stateOf(store, draft)).toMatchObject({ isPanelChanged: true, prepared: null });
    await save(store, draft, [workshop]);
    expect((await stateOf(store, draft)).prepared).not.toBeNull();
    await save(store, draft, []);
    expect(await shownOf(store, draft)).not.toContain('What a panel said');
  });

  test('a copy of it in the text is not published, and a record outlives its workshop', async () => {
    const store = await (await newStore()).open();
    const workshop = await heldWorkshop(store);
    const record = (await readRecord(store.db, workshop))!;
    expect(await listWorkshops(store.db)).toMatchObject([{ id: workshop, begunAt: at }]);
    const narrative = `What we did.\n\n## ${panelHeading(record)}\n\n“${own}”`;
    const draft = await beginDraft(store, { ...whole, narrative }, analyst);
    expect(await stateOf(store, draft)).toMatchObject({
      ...{ prepared: null, copied: [panelHeading(record)], isPanelChanged: false },
    });
    await expect(ask(store, draft)).rejects.toThrow(/has a copy/);

    // As after a backup, which has records and no workshops.
    await store.db.deleteFrom('workshop_act').execute();
    await store.db.deleteFrom('workshop').execute();
    expect(await listWorkshops(store.db)).toMatchObject([
      { id: workshop, title: 'Panel in March', heldOn: '2027-03-09', phase: 'removed' },
    ]);
    expect((await takenPanels(store.db, model, [workshop])).panels).toHaveLength(1);
    // Of another model it is no panel.
    expect(await takenPanels(store.db, 'another', [workshop])).toEqual({});
  });
});
