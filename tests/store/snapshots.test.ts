import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { methodInShort } from '../../src/content/method-in-short.ts';
import { newSigningKey, readSigningKey } from '../../src/lib/documents/signing-key.ts';
import { snapshotFiles } from '../../src/lib/documents/snapshot-files.ts';
import type { PublishedFile } from '../../src/lib/documents/data-package.ts';
import { AlteredFile } from '../../src/lib/server/publishing/checked-file.ts';
import { sitePage } from '../../src/lib/server/publishing/site-page.ts';
import { storeShelf } from '../../src/lib/server/publishing/store-shelf.ts';
import { withdraw } from '../../src/lib/server/publishing/withdraw.ts';
import { readActs } from '../../src/lib/server/store/acts.ts';
import { beginPortfolio, type Doing } from '../../src/lib/server/store/portfolio-files.ts';
import {
  listSnapshots,
  namesOfFiles,
  putSnapshot,
  readSnapshotFile,
  searchSnapshots,
  stampOfSnapshots,
  versionByHash,
  versionsOfSlug,
  withdrawSnapshot,
} from '../../src/lib/server/store/snapshots.ts';
import { freeze, freezeTombstone, type Frozen } from '../../src/lib/snapshot/freeze.ts';
import { sha256Hex } from '../../src/lib/snapshot/sha256.ts';
import type { Snapshot } from '../../src/lib/snapshot/snapshot.ts';
import { smallModel, smallSnapshot } from '../snapshot/small-run.ts';
import { describeEachStore } from './each-store.ts';

const doing: Doing = { byRole: 'approver', why: 'A try', at: '2027-03-09T10:00:00.000Z' };
const decode = (bytes: Uint8Array | string | null) =>
  typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes ?? new Uint8Array());

const model = { path: 'portfolio.yaml', text: 'bide: 1\n' };
let first: Frozen<Snapshot>;
let second: Frozen<Snapshot>;
let files: PublishedFile[];
let secondFiles: PublishedFile[];

const filesOf = (frozen: Frozen<Snapshot>) => {
  const model = smallModel();
  const { scenarios } = model;
  return snapshotFiles({ frozen, model, scenarios, method: methodInShort(), key: null });
};

beforeAll(async () => {
  first = await smallSnapshot();
  const version = {
    number: 2,
    kind: 'correction',
    why: 'A sum was wrong.',
    previous: first.hash,
  } as const;
  second = freeze({ ...first.document, version });
  files = await filesOf(first);
  secondFiles = await filesOf(second);
}, 60_000);

describeEachStore('published snapshots', (newStore) => {
  test('a text with a NUL, which a model can spell, is published and found', async () => {
    const store = await (await newStore()).open();
    const { text } = first.document;
    const odd = freeze({ ...first.document, text: { ...text, title: 'Odd\0ity' } });
    expect(await putSnapshot(store, odd, [], doing)).toBe('put');
    const found = await searchSnapshots(store.db, 'oddity');
    expect(found).toHaveLength(1);
  });

  test('a version is there with every byte of its files, and twice is once', async () => {
    const { open } = await newStore();
    const store = await open();
    expect(await putSnapshot(store, first, files, doing)).toBe('put');
    expect(await putSnapshot(store, first, files, doing)).toBe('there already');
    await store.close();
    const { db } = await open();
    expect(await namesOfFiles(db, first.hash)).toEqual(files.map(({ name }) => name));
    for (const { name, content } of files) {
      const bytes = await readSnapshotFile(db, first.hash, name);
      expect(Buffer.from(content as string).equals(bytes ?? Buffer.of()), name).toBe(true);
    }
    expect(await versionByHash(db, first.hash)).toMatchObject({
      slug: 'longer-awards',
      number: 1,
      date: '2027-03-09',
      about: { status: 'Assured and approved', title: 'Longer awards for one worker' },
    });
    expect((await readActs(db, 's/longer-awards')).map(({ act }) => act)).toEqual(['published']);
  });

  test('a new version follows the newest, and of two publishers one comes second', async () => {
    const { open } = await newStore();
    const store = await open();
    expect(await putSnapshot(store, second, secondFiles, doing)).toBe('overtaken');
    await putSnapshot(store, first, files, doing);
    const before = await stampOfSnapshots(store.db);
    expect(await putSnapshot(store, second, secondFiles, doing)).toBe('put');
    expect(await stampOfSnapshots(store.db)).not.toBe(before);
    const other = { ...second, hash: 'f'.repeat(64) };
    expect(await putSnapshot(store, other, secondFiles, doing)).toBe('overtaken');
    const [newest, older] = await versionsOfSlug(store.db, 'longer-awards');
    expect([newest.hash, older.hash]).toEqual([second.hash, first.hash]);
    expect(await listSnapshots(store.db)).toHaveLength(1);
  });

  test('what fails in the middle leaves nothing', async () => {
    const { open } = await newStore();
    const store = await open();
    const twice = [...files, files[0]];
    await expect(putSnapshot(store, first, twice, doing)).rejects.toThrow();
    expect(await versionByHash(store.db, first.hash)).toBeNull();
    expect(await namesOfFiles(store.db, first.hash)).toEqual([]);
    expect(await readActs(store.db)).toEqual([]);
  });

  test('every word sought must be there, and marks of the search are only characters', async () => {
    const { open } = await newStore();
    const store = await open();
    await putSnapshot(store, first, files, doing);
    const found = async (query: string) => [...(await searchSnapshots(store.db, query))];
    for (const query of ['', 'AWARDS worker', 'second worker', 'health board', 'she came']) {
      expect(await found(query), query).toEqual([first.hash]);
    }
    for (const query of ['awards zebra', '%', '_wards', "' or 1=1 --", '\\']) {
      expect(await found(query), query).toEqual([]);
    }
  });

  test('no version is altered, and only a withdrawal takes its content away', async () => {
    const { open } = await newStore();
    const store = await open();
    await putSnapshot(store, first, files, doing);
    const { db } = store;
    const refused = /never altered|only ever added to/;
    const words = { words: 'x' };
    await expect(db.updateTable('snapshot_content').set(words).execute()).rejects.toThrow(refused);
    const name = { name: 'x' };
    await expect(db.updateTable('snapshot_file').set(name).execute()).rejects.toThrow(refused);
    for (const table of ['snapshot_version', 'snapshot_content', 'snapshot_file'] as const) {
      await expect(db.deleteFrom(table).execute(), table).rejects.toThrow(refused);
    }
    const { text, version } = first.document;
    const place = { slug: text.slug, hash: first.hash, number: version.number };
    const tombstone = freezeTombstone(place, 'It told too much.', '2027-04-01');
    expect(await withdrawSnapshot(store, tombstone, [], doing)).toBe(true);
    expect(await withdrawSnapshot(store, tombstone, [], doing)).toBe(false);
    expect(await namesOfFiles(db, first.hash)).toEqual([]);
    expect(await searchSnapshots(db, 'awards')).toEqual(new Set());
    expect(await putSnapshot(store, first, files, doing)).toBe('withdrawn');
    await expect(db.deleteFrom('snapshot_tombstone').execute()).rejects.toThrow(refused);
    const kept = JSON.stringify([await listSnapshots(db), await readActs(db)]);
    for (const said of ['Longer awards for one worker', 'lose their worker']) {
      expect(kept).not.toContain(said);
    }
  });
});

describeEachStore('a row that is kept', (newStore) => {
  test('is not replaced by another in one statement', async ({ skip }) => {
    const { open, kind } = await newStore();
    // PostgreSQL has no other way than a change, which is refused.
    if (kind === 'postgres') skip();
    const store = await open();
    await beginPortfolio(store, { id: 'a', title: 'A', files: [model] }, doing);
    await putSnapshot(store, first, files, doing);
    const tables = await store.db.introspection.getTables();
    for (const [name, column] of [
      ...[
        ['act', 'detail'],
        ['file_version', 'text'],
        ['snapshot_version', 'published'],
      ],
      ...[
        ['snapshot_content', 'words'],
        ['snapshot_file', 'place'],
      ],
    ]) {
      const columns = tables.find((one) => one.name === name)!.columns.map((one) => one.name);
      const own = columns.filter((one) => one !== 'seq');
      // With the same key and one thing forged; with another key, by the number that SQLite gives.
      const forged = own.map((one) => (one === column ? sql`7` : sql.ref(one)));
      const renamed = own.map((one) => (/hash|path/.test(one) ? sql`'x'` : sql.ref(one)));
      for (const [into, values] of [
        [own, forged],
        [
          ['rowid', ...own],
          [sql`rowid`, ...renamed],
        ],
      ] as const) {
        const replace = sql`insert or replace into ${sql.table(name)}
          (${sql.join(into.map((one) => sql.ref(one)))})
          select ${sql.join(values)} from ${sql.table(name)} limit 1`;
        await expect(replace.execute(store.db), name).rejects.toThrow('only ever added to');
      }
    }
  });
});

describeEachStore('the site of a store', (newStore) => {
  test('has the addresses of a folder of files: newest, fixed, changes, tombstone', async () => {
    const { open } = await newStore();
    const store = await open();
    const shelf = storeShelf(store);
    await shelf.put(first, files, doing);
    const fixed = `s/longer-awards/${first.hash}/index.html`;
    const before = await sitePage(shelf, fixed);
    expect(before).toMatchObject({ isGone: false });
    await shelf.put(second, secondFiles, doing);
    expect(decode((await sitePage(shelf, fixed))!.content)).toBe(decode(before!.content));
    const newest = decode((await sitePage(shelf, 's/longer-awards/index.html'))!.content);
    expect(newest).toContain('An error was put right: A sum was wrong.');
    const changes = `${first.hash.slice(0, 12)}-${second.hash.slice(0, 12)}.html`;
    const page = await sitePage(shelf, `s/longer-awards/changes/${changes}`);
    expect(decode(page!.content)).toContain('from version 1 to version 2');
    expect(await sitePage(shelf, 's/longer-awards/changes/x.html')).toBeNull();
    for (const path of ['s/no/index.html', `s/longer-awards/${first.hash}/../x`, 'x', 's']) {
      expect(await sitePage(shelf, path), path).toBeNull();
    }
    const asked = { hash: first.hash.slice(0, 12), because: 'It told too much.' };
    const gone = await withdraw(shelf, { ...asked, date: '2027-04-01' }, 'approver', null);
    expect(gone.others.map(({ hash }) => hash)).toEqual([second.hash]);
    const stone = await sitePage(shelf, fixed);
    expect(stone).toMatchObject({ isGone: true });
    expect(decode(stone!.content)).toContain('It told too much.');
    expect(await sitePage(shelf, `s/longer-awards/changes/${changes}`)).toBeNull();
    const again = withdraw(shelf, { ...asked, date: '2027-04-01' }, 'approver', null);
    await expect(again).rejects.toThrow('withdrawn before');
  });

  test('an error that was found is told wherever the version is offered, though its correction is gone', async () => {
    const { open } = await newStore();
    const shelf = storeShelf(await open());
    await shelf.put(first, files, doing);
    await shelf.put(second, secondFiles, doing);
    const asked = { hash: second.hash, because: 'It told too much.', date: '2027-04-01' };
    const told = 'An error was found in it: A sum was wrong.';
    const pages = ['s/longer-awards/index.html', 'feed.xml'];
    const says = async (path: string) => decode((await sitePage(shelf, path))!.content);
    const before = await Promise.all(pages.map(says));
    await withdraw(shelf, asked, 'approver', null);
    const after = await Promise.all(pages.map(says));
    for (const page of [...before, ...after]) expect(page.split(told)).toHaveLength(2);
    expect(after[0]).toContain('Read version 1');
    const { snapshots } = JSON.parse(await says('snapshots.json')) as {
      snapshots: { versions: object[] }[];
    };
    expect(snapshots[0].versions[1]).toMatchObject({ number: 1, error: 'A sum was wrong.' });
    const stone = await says(`s/longer-awards/${second.hash}/withdrawn.json`);
    expect(JSON.parse(stone)).toMatchObject({
      corrected: { version: first.hash, why: 'A sum was wrong.' },
    });
  });

  test('a list says what the snapshot says, and nothing of one that was altered behind our back', async () => {
    const { open } = await newStore();
    const store = await open();
    // Not of any other test: what was read once is known by its hash.
    const text = { ...first.document.text, title: 'Listed' };
    const published = freeze({ ...first.document, text });
    const forged = published.text.replace('"title":"Listed"', '"title":"Forged"');
    expect(forged).not.toBe(published.text);
    const shelf = storeShelf(store);
    await shelf.put(published, [{ name: 'snapshot.json', content: forged }], doing);
    const said = await Promise.all(
      ['snapshots.json', 'feed.xml'].map(async (path) =>
        decode((await sitePage(shelf, path))!.content),
      ),
    );
    for (const list of said) {
      expect(list).toContain('longer-awards: not as it was published');
      expect(list).not.toContain('Forged');
      expect(list).not.toContain('Assured and approved');
    }
  });

  test('an altered correction takes no error off the version before, neither listed nor withdrawn', async () => {
    const store = await (await newStore()).open();
    const shelf = storeShelf(store);
    // Not of any other test: what was read once is known by its hash.
    const text = { ...first.document.text, title: 'Put right' };
    const [wrong, right] = [first, second].map(({ document }) => freeze({ ...document, text }));
    const version = { ...right.document.version, previous: wrong.hash };
    const correction = freeze({ ...right.document, version });
    const { why } = version;
    const plain = [{ name: 'snapshot.json', content: wrong.text }];
    await shelf.put(wrong, plain, { ...doing, why: '' });
    const lost = [{ name: 'snapshot.json', content: '{}' }];
    await shelf.put(correction, lost, { ...doing, why });
    const says = async (path: string) => decode((await sitePage(shelf, path))!.content);
    const listed = async () =>
      (JSON.parse(await says('snapshots.json')) as { snapshots: { versions: object[] }[] })
        .snapshots[0].versions;
    const untold = 'whether that put an error right in this one cannot be told';
    expect(await listed()).toMatchObject([
      { number: 2, status: null, kind: null, why: '' },
      { number: 1, status: 'Assured and approved', error: expect.stringContaining(untold) },
    ]);
    expect(await says('feed.xml')).toContain(untold);
    const newest = await says('s/longer-awards/index.html');
    for (const said of ['not as it was published', 'Read version 1', untold]) {
      expect(newest).toContain(said);
    }
    expect(newest).not.toContain('It was revised');
    const asked = { hash: correction.hash, because: 'It was altered.', date: '2027-04-01' };
    const needless = withdraw(shelf, { ...asked, revises: wrong.hash }, 'approver', null);
    await expect(needless).rejects.toThrow('is known');
    await withdraw(shelf, asked, 'approver', null);
    expect(await listed()).toMatchObject([{ number: 2, withdrawn: true }, { error: why }]);
    const stone = await says(`s/longer-awards/${correction.hash}/withdrawn.json`);
    expect(JSON.parse(stone)).toMatchObject({ corrected: { version: wrong.hash, why } });
  });

  test('with the publisher’s key a page is not shown that was forged with the list of its files', async () => {
    const store = await (await newStore()).open();
    const key = readSigningKey(newSigningKey())!;
    const model = smallModel();
    const { scenarios } = model;
    const asked = { frozen: first, model, scenarios, method: methodInShort() };
    const signed = await snapshotFiles({ ...asked, key });
    const page = Buffer.from('<p>Forged.</p>');
    const forged = signed.map((file) => {
      if (file.name === 'index.html') return { ...file, content: page };
      if (file.name !== 'SHA256SUMS') return file;
      const sums = decode(file.content as string);
      return { ...file, content: sums.replace(/^\w+(?= {2}index)/m, sha256Hex(page)) };
    });
    const shelf = storeShelf(store, key.public);
    await shelf.put(first, forged, doing);
    const at = `s/longer-awards/${first.hash}/`;
    await expect(sitePage(shelf, `${at}index.html`)).rejects.toThrow(AlteredFile);
    await expect(sitePage(shelf, `${at}SHA256SUMS`)).rejects.toThrow(AlteredFile);
    // Without the key, or with that of somebody else, it cannot be told.
    const other = readSigningKey(newSigningKey())!.public;
    for (const one of [storeShelf(store), storeShelf(store, other)]) {
      expect(decode((await sitePage(one, `${at}index.html`))!.content)).toBe('<p>Forged.</p>');
    }
    const whole = await (await newStore()).open();
    const right = storeShelf(whole, key.public);
    await right.put(first, signed, doing);
    expect(await sitePage(right, `${at}index.html`)).toMatchObject({ isGone: false });
  });

  test('a file that was altered by one byte behind our back is not shown', async () => {
    const { open } = await newStore();
    const store = await open();
    const altered = files.map(({ name, content }) => {
      const bytes = Buffer.from(content as string);
      if (name === 'results.csv') bytes[bytes.length - 3] ^= 1;
      return { name, content: bytes };
    });
    const shelf = storeShelf(store);
    await shelf.put(first, altered, doing);
    const at = (name: string) => sitePage(shelf, `s/longer-awards/${first.hash}/${name}`);
    await expect(at('results.csv')).rejects.toThrow(AlteredFile);
    expect(decode((await at('snapshot.json'))!.content)).toBe(first.text);
  });
});
