import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readActs } from '../../src/lib/server/store/acts.ts';
import { backUp, KEPT, NOT_KEPT, restore } from '../../src/lib/server/store/backup.ts';
import {
  beginPortfolio,
  readHistory,
  saveFile,
  type Doing,
} from '../../src/lib/server/store/portfolio-files.ts';
import {
  putSnapshot,
  readSnapshotFile,
  versionByHash,
} from '../../src/lib/server/store/snapshots.ts';
import type { Store } from '../../src/lib/server/store/store.ts';
import { workshopsLeftOut } from '../../src/lib/server/store/workshops-left-out.ts';
import { beginWorkshop, readRecord } from '../../src/lib/server/workshops/workshop-log.ts';
import { littleSnapshot } from '../snapshot/little-snapshot.ts';
import { plan } from '../workshop/rooms.ts';
import { describeEachStore } from './each-store.ts';
import { heldWorkshop } from './held-workshop.ts';

const doing: Doing = { byRole: 'analyst', why: 'A try', at: '2026-11-29T10:00:00.000Z' };

async function fill(store: Store, versions: number): Promise<void> {
  const file = { path: 'portfolio.yaml', text: 'bide: 1 # “é”\n' };
  await beginPortfolio(store, { id: 'ayr', title: 'Ayr', files: [file] }, doing);
  for (let from = 1; from < versions; from++) {
    await saveFile(store, { portfolio: 'ayr', ...file, text: `text ${from}\n`, from }, doing);
  }
}

describeEachStore('backups', (newStore) => {
  test('what was backed up while people save is restored as it was, into either kind', async () => {
    const { open, place } = await newStore();
    const store = await open();
    await fill(store, 120);
    const path = join(place.folder, 'backup.gz');
    const [rows] = await Promise.all([
      backUp(store, path, '2027-03-09'),
      saveFile(
        store,
        { portfolio: 'ayr', path: 'portfolio.yaml', text: 'meanwhile\n', from: 120 },
        doing,
      ),
    ]);
    // As it stood at one moment: with the save beside it or without, but wholly.
    expect([120, 121]).toContain(rows.file_version);
    expect(rows.act).toBe(rows.file_version);
    const other = await (await newStore()).open();
    expect(await restore(other, path)).toEqual(rows);
    const history = await readHistory(store.db, 'ayr', 'portfolio.yaml');
    const restored = await readHistory(other.db, 'ayr', 'portfolio.yaml');
    expect(restored).toEqual(history.slice(history.length - rows.file_version));
    expect(await readActs(other.db)).toEqual((await readActs(store.db)).slice(0, rows.act));
    // The log goes on where it was.
    await saveFile(
      other,
      { portfolio: 'ayr', path: 'portfolio.yaml', text: 'after\n', from: rows.file_version },
      doing,
    );
    expect(await readActs(other.db)).toHaveLength(rows.act + 1);
    await expect(restore(other, path)).rejects.toThrow('not empty');
  });

  test('every byte of what was published comes back', async () => {
    const { open, place } = await newStore();
    const store = await open();
    const published = littleSnapshot();
    // Every value that a byte can have, and none.
    const files = [
      { name: 'snapshot.json', content: published.text },
      { name: 'paper.docx', content: Uint8Array.from({ length: 256 }, (_, n) => n) },
      { name: 'empty.txt', content: '' },
    ];
    expect(await putSnapshot(store, published, files, doing)).toBe('put');
    const path = join(place.folder, 'backup.gz');
    expect(await backUp(store, path, '2027-03-09')).toMatchObject({ snapshot_file: 3 });
    const other = await (await newStore()).open();
    await restore(other, path);
    for (const { name, content } of files) {
      const bytes = await readSnapshotFile(other.db, published.hash, name);
      expect(Buffer.from(content as string).equals(bytes!), name).toBe(true);
    }
  });

  test('what can still be taken back in a workshop is in no backup, and that is said', async () => {
    const { open, place } = await newStore();
    const store = await open();
    const planned = await beginWorkshop(store, plan, { at: doing.at, byRole: 'facilitator' });
    const held = await heldWorkshop(store);
    const [lastDay, after] = [plan.withdrawUntil, '2027-03-24'];
    expect(lastDay < after && (await readRecord(store.db, planned))).toBeNull();
    const until = join(place.folder, 'until.gz');
    expect(await backUp(store, until, lastDay)).toMatchObject({ workshop_record: 0 });
    expect(await workshopsLeftOut(store, lastDay)).toEqual({
      withoutRecord: 1,
      openUntil: [lastDay],
    });
    const later = join(place.folder, 'later.gz');
    expect(await backUp(store, later, after)).toMatchObject({ workshop_record: 1 });
    expect(await workshopsLeftOut(store, after)).toEqual({ withoutRecord: 1, openUntil: [] });
    const other = await (await newStore()).open();
    await restore(other, later);
    expect(await readRecord(other.db, held)).toEqual(await readRecord(store.db, held));
    // Where a record was restored there is nothing to take back, and the next backup has it.
    expect(await backUp(other, join(place.folder, 'next.gz'), lastDay)).toMatchObject({
      workshop_record: 1,
    });
  });

  test('a backup that is damaged, cut off or newer is refused, and nothing is restored', async () => {
    const { open, place } = await newStore();
    const store = await open();
    await fill(store, 5);
    const path = join(place.folder, 'backup.gz');
    await backUp(store, path, '2027-03-09');
    const whole = await readFile(path);
    const text = gunzipSync(whole).toString();
    const broken: [Buffer, string][] = [
      [gzipSync(text.replace('text 3', 'text 4')), 'its checksum differs'],
      [gzipSync(text.slice(0, text.trimEnd().lastIndexOf('\n') + 1)), 'its end is missing'],
      [gzipSync(text.slice(0, -9)), 'its last line is cut off'],
      [gzipSync(`${text}["act",{}]\n`), 'something follows its end'],
      [gzipSync(text.replace('"bide":"backup"', '"bide":"lunch"')), 'does not say that it is one'],
      [gzipSync(text.replace(/"step":"[^"]*"/, '"step":"9999-new"')), 'newer version'],
      [whole.subarray(0, whole.length / 2), 'is not a whole backup'],
      [Buffer.from('no gzip at all'), 'is not a whole backup'],
    ];
    const other = await (await newStore()).open();
    for (const [bytes, why] of broken) {
      await writeFile(path, bytes);
      await expect(restore(other, path), why).rejects.toThrow(why);
      expect(await readActs(other.db)).toEqual([]);
    }
    await writeFile(path, whole);
    expect(await restore(other, path)).toMatchObject({ file_version: 5 });
  });

  test('a backup of an older version, which had fewer tables and other columns, is restored', async () => {
    const { open, place } = await newStore();
    const store = await open();
    await fill(store, 3);
    const published = littleSnapshot();
    const files = [{ name: 'snapshot.json', content: published.text }];
    await putSnapshot(store, published, files, doing);
    const path = join(place.folder, 'backup.gz');
    const rows = await backUp(store, path, '2027-03-09');
    const lines = gunzipSync(await readFile(path))
      .toString()
      .trimEnd()
      .replace('["snapshot_content",{', '$&"about":"{}",')
      .split('\n');
    const older = lines[0].replace(/"step":"[^"]*"/, '"step":"0006-workshops"');
    const body = [older, ...lines.slice(1, -1)].map((line) => `${line}\n`).join('');
    const sha256 = createHash('sha256').update(body).digest('hex');
    const { secret_mark: none, ...had } = rows;
    expect(none).toBe(0);
    await writeFile(path, gzipSync(`${body}${JSON.stringify({ rows: had, sha256 })}\n`));
    const other = await (await newStore()).open();
    expect(await restore(other, path)).toMatchObject({ file_version: 3 });
    expect(await versionByHash(other.db, published.hash)).toMatchObject({
      about: { title: 'Longer awards for one worker' },
    });
    const fewer = { ...had, act: had.act + 1 };
    await writeFile(path, gzipSync(`${body}${JSON.stringify({ rows: fewer, sha256 })}\n`));
    await expect(restore(await (await newStore()).open(), path)).rejects.toThrow(
      'rows are missing',
    );
  });

  test('yes and no are read from either kind', async () => {
    const { open, place } = await newStore();
    const store = await open();
    const at = '2026-11-29T10:00:00.000Z';
    const dated = { createdAt: at, updatedAt: at };
    const user = { id: 'u', ...dated, name: 'Owner', email: 'o@bide.invalid' };
    const yes = { emailVerified: 0, twoFactorEnabled: 1 };
    const lines = [
      '{"bide":"backup","format":1,"step":""}',
      JSON.stringify(['auth_user', { ...user, ...yes }]),
    ];
    const rows = { ...Object.fromEntries(KEPT.map((table) => [table, 0])), auth_user: 1 };
    for (const says of [1, true]) {
      const body = `${lines.join('\n').replace('"twoFactorEnabled":1', `"twoFactorEnabled":${says}`)}\n`;
      const sha256 = createHash('sha256').update(body).digest('hex');
      const path = join(place.folder, `${says}.gz`);
      await writeFile(path, gzipSync(`${body}${JSON.stringify({ rows, sha256 })}\n`));
      await restore(store, path);
      const read = await store.db.selectFrom('auth_user').selectAll().execute();
      expect(read.map(({ twoFactorEnabled }) => Number(twoFactorEnabled))).toEqual([1]);
      await store.db.deleteFrom('auth_user').execute();
    }
  });

  test('every table is in a backup, or is known not to be', async () => {
    const store = await (await newStore()).open();
    const tables = await store.db.introspection.getTables();
    const ours = tables.map(({ name }) => name).filter((name) => !name.startsWith('kysely_'));
    expect(ours.sort()).toEqual([...KEPT, ...NOT_KEPT].sort());
  });
});
