import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { firstAlteredAct, readActs } from '../../src/lib/server/store/acts.ts';
import {
  beginPortfolio,
  listPortfolios,
  portfolioTitle,
  readFiles,
  readHistory,
  readWholeHistory,
  restoreFile,
  saveAll,
  saveFile,
  type Doing,
} from '../../src/lib/server/store/portfolio-files.ts';
import { STORE_FILE } from '../../src/lib/server/store/store.ts';
import { describeEachStore } from './each-store.ts';

const doing: Doing = { byRole: 'analyst', why: 'A try', at: '2026-11-29T10:00:00.000Z' };
const begun = {
  id: 'ayr',
  title: 'Ayr',
  files: [{ path: 'portfolio.yaml', text: 'bide: 1\n' }],
};
const save = { portfolio: 'ayr', path: 'portfolio.yaml', text: 'bide: 1 # changed\n', from: 1 };

describeEachStore('files with history', (newStore) => {
  test('what was saved is there when the store is opened again', async () => {
    const { open } = await newStore();
    const store = await open();
    expect(await beginPortfolio(store, begun, doing)).toBe(true);
    expect(await beginPortfolio(store, begun, doing)).toBe(false);
    expect(await saveFile(store, save, doing)).toMatchObject({ kind: 'saved' });
    await store.close();
    const again = await open();
    const files = await readFiles(again.db, 'ayr');
    expect(files.map(({ path, version, text }) => [path, version, text])).toEqual([
      ['portfolio.yaml', 2, 'bide: 1 # changed\n'],
    ]);
  });

  test('a title with a NUL, which a model can spell, is kept without it', async () => {
    const store = await (await newStore()).open();
    expect(await beginPortfolio(store, { ...begun, title: 'A\0yr' }, doing)).toBe(true);
    expect(await portfolioTitle(store.db, 'ayr')).toBe('Ayr');
  });

  test('who saves what somebody else changed meanwhile sees theirs, and overwrites nothing', async () => {
    const { open } = await newStore();
    const store = await open();
    await beginPortfolio(store, begun, doing);
    await saveFile(store, save, { ...doing, byRole: 'commissioner' });
    const second = await saveFile(store, { ...save, text: 'mine\n' }, doing);
    expect(second).toMatchObject({
      kind: 'conflict',
      theirs: { version: 2, byRole: 'commissioner', text: 'bide: 1 # changed\n' },
    });
    expect(await readHistory(store.db, 'ayr', 'portfolio.yaml')).toHaveLength(2);
  });

  test('an earlier version is brought back as a new one, and a file taken away leaves its history', async () => {
    const { open } = await newStore();
    const store = await open();
    await beginPortfolio(store, begun, doing);
    await saveFile(store, save, doing);
    const gone = await saveFile(store, { ...save, text: null, from: 2 }, doing);
    expect(gone.kind).toBe('saved');
    expect(await readFiles(store.db, 'ayr')).toEqual([]);
    const back = { portfolio: 'ayr', path: 'portfolio.yaml', version: 1, from: 3 };
    expect(await restoreFile(store, back, doing)).toMatchObject({
      kind: 'saved',
      version: { version: 4, text: 'bide: 1\n', restores: 1 },
    });
    for (const version of [9, Number.NaN, 1.5, 99_999_999_999]) {
      expect(await restoreFile(store, { ...back, version }, doing)).toBeNull();
    }
    const history = await readHistory(store.db, 'ayr', 'portfolio.yaml');
    expect(history.map(({ version, text }) => [version, text])).toEqual([
      [4, 'bide: 1\n'],
      [3, null],
      [2, 'bide: 1 # changed\n'],
      [1, 'bide: 1\n'],
    ]);
  });

  test('a whole portfolio is saved as one: what differs, what is new, what is taken away', async () => {
    const { open } = await newStore();
    const store = await open();
    const files = [
      { path: 'portfolio.yaml', text: 'bide: 1\n' },
      { path: 'scenarios/a.yaml', text: 'a\n' },
      { path: 'scenarios/b.yaml', text: 'b\n' },
    ];
    await beginPortfolio(store, { id: 'ayr', title: 'Ayr', files }, doing);
    const from = { 'portfolio.yaml': 1, 'scenarios/a.yaml': 1, 'scenarios/b.yaml': 1 };
    const other = [
      files[0],
      { path: 'scenarios/a.yaml', text: 'A\n' },
      { path: 'scenarios/c.yaml', text: 'c\n' },
    ];
    const saved = await saveAll(store, { portfolio: 'ayr', files: other, from }, doing);
    expect(saved).toMatchObject({
      kind: 'saved',
      versions: [
        { path: 'scenarios/a.yaml', version: 2 },
        { path: 'scenarios/b.yaml', version: 2, text: null },
        { path: 'scenarios/c.yaml', version: 1 },
      ],
    });
    const now = await readFiles(store.db, 'ayr');
    expect(now.map(({ path, version }) => [path, version])).toEqual([
      ['portfolio.yaml', 1],
      ['scenarios/a.yaml', 2],
      ['scenarios/c.yaml', 1],
    ]);
    // Somebody who began before that changes nothing, in no file, and sees theirs.
    const late = await saveAll(
      store,
      {
        portfolio: 'ayr',
        files: [{ path: 'portfolio.yaml', text: 'bide: 1 # mine\n' }, ...files.slice(1)],
        from,
      },
      doing,
    );
    expect(late).toMatchObject({
      kind: 'conflict',
      theirs: [
        { path: 'scenarios/a.yaml' },
        { path: 'scenarios/b.yaml' },
        { path: 'scenarios/c.yaml' },
      ],
    });
    expect(await readFiles(store.db, 'ayr')).toEqual(now);
    // Who sends just what is kept by now makes nothing new, whatever it was edited from.
    expect(
      await saveAll(
        store,
        { portfolio: 'ayr', files: other, from: { 'scenarios/a.yaml': 1 } },
        doing,
      ),
    ).toEqual({
      kind: 'saved',
      versions: [],
      now: {
        'portfolio.yaml': 1,
        'scenarios/a.yaml': 2,
        'scenarios/b.yaml': 2,
        'scenarios/c.yaml': 1,
      },
    });
    // What was taken away can be put there again by who has seen that.
    const versions = Object.fromEntries(now.map(({ path, version }) => [path, version]));
    const again = [...other, files[2]];
    expect(
      await saveAll(store, { portfolio: 'ayr', files: again, from: versions }, doing),
    ).toMatchObject({
      kind: 'saved',
      versions: [{ path: 'scenarios/b.yaml', version: 3, text: 'b\n' }],
    });
    expect(await listPortfolios(store.db)).toEqual([
      { id: 'ayr', title: 'Ayr', savedAt: doing.at },
    ]);
    expect(await portfolioTitle(store.db, 'ayr')).toBe('Ayr');
    expect(await portfolioTitle(store.db, 'troon')).toBeNull();
    expect(await readWholeHistory(store.db, 'ayr')).toHaveLength(7);
    expect(await firstAlteredAct(store.db)).toBeNull();
  });

  test('of many who save the same version at once, one does', async () => {
    const { open, kind } = await newStore();
    const store = await open();
    // SQLite waits without letting anything else in its process go on, so there is one per process.
    const stores = [store, kind === 'sqlite' ? store : await open()];
    await beginPortfolio(stores[0], begun, doing);
    const tries = Array.from({ length: 12 }, (_, n) =>
      saveFile(stores[n % 2], { ...save, text: `text ${n}\n` }, doing),
    );
    const kinds = (await Promise.all(tries)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'saved')).toHaveLength(1);
    expect(await readHistory(stores[1].db, 'ayr', 'portfolio.yaml')).toHaveLength(2);
  });
});

describeEachStore('the log of acts', (newStore) => {
  test('every act is there in order, sealed with the one before', async () => {
    const { open } = await newStore();
    const store = await open();
    await beginPortfolio(store, begun, doing);
    await saveFile(store, save, doing);
    const acts = await readActs(store.db);
    expect(acts.map(({ act, subject }) => [act, subject])).toEqual([
      ['began', 'ayr'],
      ['saved', 'ayr/portfolio.yaml'],
    ]);
    expect(await readActs(store.db, 'ayr')).toHaveLength(1);
    expect(await firstAlteredAct(store.db)).toBeNull();
  });

  test('no act and no version can be changed or deleted', async () => {
    const { open } = await newStore();
    const store = await open();
    await beginPortfolio(store, begun, doing);
    const refused = /only ever added to/;
    const { db } = store;
    await expect(db.updateTable('act').set({ by_role: 'x' }).execute()).rejects.toThrow(refused);
    await expect(db.deleteFrom('act').execute()).rejects.toThrow(refused);
    await expect(db.updateTable('file_version').set({ why: '' }).execute()).rejects.toThrow(
      refused,
    );
    await expect(db.deleteFrom('file_version').execute()).rejects.toThrow(refused);
  });

  test('an act that was altered behind our back is found', async () => {
    const { open, kind } = await newStore();
    const store = await open();
    await beginPortfolio(store, begun, doing);
    await saveFile(store, save, doing);
    const trigger =
      kind === 'sqlite' ? sql`drop trigger keep_act_update` : sql`drop trigger keep_act on act`;
    await trigger.execute(store.db);
    await store.db.updateTable('act').set({ by_role: 'nobody' }).where('seq', '=', 2).execute();
    expect(await firstAlteredAct(store.db)).toBe(2);
  });

  test('a transaction that fails leaves nothing', async () => {
    const { open } = await newStore();
    const store = await open();
    await beginPortfolio(store, begun, doing);
    const twice = { ...begun, id: 'b', files: [begun.files[0], begun.files[0]] };
    await expect(beginPortfolio(store, twice, doing)).rejects.toThrow();
    expect(await readActs(store.db)).toHaveLength(1);
    expect(await readFiles(store.db, 'b')).toEqual([]);
  });
});

describeEachStore('the place of the store', (newStore) => {
  test('its file is for its owner alone', async () => {
    const { open, kind, place } = await newStore();
    await open();
    if (kind === 'postgres') return;
    expect((await stat(join(place.folder, STORE_FILE))).mode & 0o777).toBe(0o600);
  });
});

describeEachStore('a database that is started again', (newStore) => {
  test('costs what was under way, and nothing else', async ({ skip }) => {
    const { open, kind } = await newStore();
    if (kind !== 'postgres') skip();
    const store = await open();
    const others = sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    // A connection that is lent and has no question under way: nobody is told that it broke but itself.
    const broken = store.write(async (transaction) => {
      await others.execute(store.db);
      await delay(50);
      await transaction.selectFrom('writer').select('turn').execute();
    });
    await expect(broken).rejects.toThrow(/terminat|not queryable/i);
    expect(await beginPortfolio(store, begun, doing)).toBe(true);
  });
});
