import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Footer, Packer, Paragraph } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import LibSql from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import { openStore, STORE_FILE } from '$lib/server/store/store.ts';
import { readSnapshotFile } from '$lib/server/store/snapshots.ts';
import { freezeTombstone } from '$lib/snapshot/freeze.ts';
import { smallModel } from '../snapshot/small-run.ts';
import { WHOLE } from '../snapshot/text.ts';
import { bide, root } from './capture.ts';

let folder: string;
let model: string;
let text: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bide-publish-'));
  model = join(folder, 'one-worker-one-contract');
  await mkdir(join(model, 'scenarios'), { recursive: true });
  for (const file of smallModel().files) await writeFile(join(model, file.path), file.text);
  text = join(folder, 'snapshot.yaml');
  await writeFile(text, WHOLE);
});
afterAll(() => rm(folder, { recursive: true }));

const FEW = ['--replications', '2', '--draws', '0', '--threads', '1', '--date', '2026-03-09'];
const publish = (site: string, ...more: string[]) =>
  bide(['publish', model, '--text', text, '--out', site, ...FEW, ...more]);
const hashIn = (stdout: string) => /^Fingerprint: ([0-9a-f]{64})$/m.exec(stdout)![1];
const verify = (path: string, ...more: string[]) =>
  bide(['verify', path, '--threads', '1', ...more]);
const read = (...parts: string[]) => readFile(join(...parts), 'utf8');

describe('bide publish', () => {
  let site: string;
  let key: string;
  let first: string;
  const at = (hash: string) => join(site, 's', 'longer-awards', hash);

  beforeAll(async () => {
    site = join(folder, 'site');
    const keys = await bide(['keys', '--data', join(folder, 'data')]);
    expect(keys.code).toBe(0);
    key = join(folder, 'data', 'keys', 'publisher.key');
    const { code, stdout, stderr } = await publish(site, '--key', key);
    expect([code, stderr]).toEqual([0, '']);
    first = hashIn(stdout);
  }, 60_000);

  it('keeps the key for its owner alone, and makes no second', async () => {
    expect((await stat(key)).mode & 0o777).toBe(0o600);
    const again = await bide(['keys', '--data', join(folder, 'data')]);
    expect(again.stdout).toContain('The key was there already.');
    expect(again.stdout).toContain((await read(site, 'publisher.pub')).split('\n')[1]);
  });

  it('writes a page that needs nothing, every file to take away, and the lists', async () => {
    const page = await read(at(first), 'index.html');
    expect(page).toContain('Assured and approved');
    expect(page).toContain(first);
    expect(page).not.toMatch(/<script|\son\w+=|javascript:|style="/i);
    const policy = /content-security-policy" content="([^"]*)"/.exec(page)![1];
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src data:;/);
    expect(page.replace(/<svg[\s\S]*?<\/svg>/g, '').length).toBeLessThan(100_000);
    const names = await readdir(at(first));
    for (const name of [
      'snapshot.html',
      'paper.docx',
      'tables.xlsx',
      'tables.ods',
      'results.csv',
      'datapackage.json',
      'results.csv-metadata.json',
      'portfolio.yaml',
      'method.html',
      'citation.txt',
      'snapshot.json',
      'snapshot.json.minisig',
      'SHA256SUMS',
    ])
      expect(names).toContain(name);
    expect(await read(site, 'index.html')).toContain('href="s/longer-awards/"');
    expect(await read(site, 'feed.xml')).toContain(`<id>urn:sha256:${first}</id>`);
    const list = JSON.parse(await read(site, 'snapshots.json')) as { snapshots: unknown[] };
    expect(list.snapshots).toHaveLength(1);
    expect(await read(site, 's', 'longer-awards', 'index.html')).toContain(`href="${first}/"`);
  });

  it('gives spreadsheets with a cover, notes and one table a sheet, and a data package', async () => {
    const csv = (await read(at(first), 'results.csv')).trim().split('\r\n');
    for (const [name, open] of [
      ['tables.xlsx', readXlsx],
      ['tables.ods', readOds],
    ] as const) {
      const { sheets } = await open(await readFile(join(at(first), name)));
      expect(sheets.map((sheet) => sheet.name).slice(0, 3)).toEqual(['cover', 'notes', 'results']);
      expect(sheets[2].rows[1]).toEqual(csv[0].split(','));
      expect(sheets[2].rows).toHaveLength(csv.length + 1);
    }
    const described = JSON.parse(await read(at(first), 'datapackage.json')) as {
      resources: { path: string; schema: { fields: { name: string }[] } }[];
    };
    expect(described.resources[0].schema.fields.map(({ name }) => name).join(',')).toBe(csv[0]);
  });

  it('verifies, and says which file was changed by one byte', async () => {
    const good = await verify(at(first), '--key', join(site, 'publisher.pub'));
    expect(good.stdout).toContain('gives every number of it, to the last bit');
    expect(good.code).toBe(0);
    const file = join(at(first), 'snapshot.json');
    const kept = await readFile(file);
    const tampered = Buffer.from(kept);
    tampered[tampered.indexOf('"mean":') + 8] ^= 1;
    await writeFile(file, tampered);
    const bad = await verify(at(first), '--key', join(site, 'publisher.pub'));
    expect(bad.code).toBe(1);
    expect(bad.stdout).toContain('snapshot.json was changed');
    expect(bad.stdout).toContain('Do not rely on it.');
    await writeFile(file, kept);
    await writeFile(join(at(first), 'extra.html'), 'x');
    expect((await verify(at(first), '--no-rerun')).stdout).toContain('extra.html was added');
    await rm(join(at(first), 'extra.html'));
    expect((await verify(join(folder, 'nowhere'))).code).toBe(2);
    const unsaid = (await verify(at(first), '--no-rerun')).stdout;
    expect(unsaid).toContain('files agree with SHA256SUMS, which is not checked by a key');
    expect(unsaid).not.toContain('as published');
  }, 60_000);

  it('takes no page for good, with a key, that the publisher did not sign', async () => {
    const forged = join(folder, 'forged', first);
    await cp(at(first), forged, { recursive: true });
    await writeFile(join(forged, 'index.html'), 'forged');
    const sums = await read(forged, 'SHA256SUMS');
    const hash = createHash('sha256').update('forged').digest('hex');
    await writeFile(join(forged, 'SHA256SUMS'), sums.replace(/^\w+(?= {2}index\.html$)/m, hash));
    const withKey = () => verify(forged, '--no-rerun', '--key', join(site, 'publisher.pub'));
    const wrong = await withKey();
    expect([wrong.code, wrong.stdout]).toEqual([1, expect.stringContaining('changed after')]);
    await rm(join(forged, 'SHA256SUMS.minisig'));
    const bare = await withKey();
    expect([bare.code, bare.stdout]).toEqual([
      1,
      expect.stringContaining('WRONG: SHA256SUMS is not signed'),
    ]);
  });

  it('takes no withdrawal for good that is of another version, or that nobody signed', async () => {
    const forged = join(folder, 'tomb', first);
    await cp(at(first), forged, { recursive: true });
    const other = { slug: 'other', hash: '0'.repeat(64), number: 1 };
    const { text: stone } = freezeTombstone(other, 'It was wrong.', '2020-01-01');
    await writeFile(join(forged, 'withdrawn.json'), stone);
    const bare = await verify(forged);
    expect([bare.code, bare.stdout]).toEqual([1, expect.stringContaining('Do not rely on it.')]);
    expect(bare.stdout).toContain('It is of version 000');
    expect(bare.stdout).toMatch(/should be gone: .*paper\.docx/);
    const alone = join(folder, 'tomb', 'withdrawn.json');
    await writeFile(alone, stone);
    const unsaid = await verify(alone);
    expect(unsaid.stdout).toContain('Not checked: Withdrawn on 1 January 2020');
    expect(unsaid.stdout).toContain('Nothing here proves who published it');
    const withKey = await verify(alone, '--key', join(site, 'publisher.pub'));
    expect([withKey.code, withKey.stdout]).toEqual([
      1,
      expect.stringContaining('WRONG: withdrawn.json is not signed'),
    ]);
  });

  it('is never of a day before the version that it corrects or withdraws, or of one to come', async () => {
    const because = ['--because', 'The summary said too much.'];
    const early = await publish(site, '--corrects', first, ...because, '--date', '1999-01-01');
    expect([early.code, early.stderr]).toEqual([2, expect.stringContaining('is before that')]);
    const late = await publish(site, '--corrects', first, ...because, '--date', '2099-01-01');
    expect([late.code, late.stderr]).toEqual([2, expect.stringContaining('has not come yet')]);
    const gone = ['publish', '--out', site, '--withdraws', first, ...because];
    const before = await bide([...gone, '--date', '1990-01-01']);
    expect([before.code, before.stderr]).toEqual([2, expect.stringContaining('is before that')]);
    expect(await readdir(at(first))).toContain('snapshot.json');
  });

  it('never publishes over what is there, and asks what a second version is', async () => {
    const before = await read(at(first), 'SHA256SUMS');
    const again = await publish(site, '--key', key);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('--corrects');
    expect((await publish(site, '--corrects', first)).stderr).toContain('--because');
    expect(await read(at(first), 'SHA256SUMS')).toBe(before);
  });

  it('corrects and withdraws, and old addresses still answer', async () => {
    await writeFile(text, WHOLE.replace('Longer awards keep', 'Longer awards may keep'));
    const said = ['--corrects', first.slice(0, 12), '--because', 'The summary said too much.'];
    const { code, stdout } = await publish(site, ...said);
    expect(code).toBe(0);
    const second = hashIn(stdout);
    const newest = () => read(site, 's', 'longer-awards', 'index.html');
    expect(await newest()).toContain('An error was put right: The summary said too much.');
    expect(await newest()).toContain(`href="${first}/"`);
    const changes = join(site, 's', 'longer-awards', 'changes');
    const [page] = await readdir(changes);
    expect(await read(changes, page)).toContain('text › summary');
    expect((await verify(at(first), '--no-rerun')).code).toBe(0);
    const gone = await bide([
      'publish',
      '--out',
      site,
      '--key',
      key,
      '--withdraws',
      first,
      '--because',
      'It told too much.',
      '--date',
      '2026-04-01',
    ]);
    expect([gone.code, gone.stderr]).toEqual([0, '']);
    expect(gone.stdout).toContain(second);
    expect((await readdir(at(first))).sort()).toEqual([
      'index.html',
      'withdrawn.json',
      'withdrawn.json.minisig',
    ]);
    const tombstone =
      (await read(at(first), 'index.html')) + (await read(at(first), 'withdrawn.json'));
    expect(tombstone).toContain('It told too much.');
    for (const word of ['Longer awards for one worker', 'people lose their worker', 'Statistician'])
      expect(tombstone).not.toContain(word);
    expect(await readdir(changes)).toEqual([]);
    const checked = await verify(at(first), '--key', join(site, 'publisher.pub'));
    expect([checked.code, checked.stdout]).toEqual([
      0,
      expect.stringContaining('Good: Withdrawn on 1 April 2026: It told too much.'),
    ]);
    expect(checked.stdout).toContain('Good: withdrawn.json is signed with the key');
    expect((await verify(at(second), '--no-rerun')).code).toBe(0);
    await writeFile(text, WHOLE);
  }, 60_000);

  it('puts it into the store where no folder is named, signed with the key of the data folder', async () => {
    const data = join(folder, 'of-store');
    const args = ['publish', model, '--text', text, '--data', data, ...FEW];
    const put = await bide(args);
    expect([put.code, put.stderr]).toEqual([0, '']);
    const hash = hashIn(put.stdout);
    expect(put.stdout).toContain(`/s/longer-awards/${hash}/`);
    expect((await stat(join(data, 'keys/publisher.key'))).mode & 0o777).toBe(0o600);
    expect((await bide(args)).stderr).toContain('--corrects');
    const stored = async (name: string) => {
      const store = await openStore({ folder: data });
      const bytes = await readSnapshotFile(store.db, hash, name);
      await store.close();
      return bytes && Buffer.from(bytes);
    };
    const version = join(folder, 'from-store', hash);
    await mkdir(version, { recursive: true });
    for (const name of ['snapshot.json', 'snapshot.json.minisig']) {
      await writeFile(join(version, name), (await stored(name))!);
    }
    const key = join(data, 'keys/publisher.pub');
    const checked = await verify(join(version, 'snapshot.json'), '--key', key);
    expect([checked.code, checked.stdout]).toEqual([0, expect.stringContaining('is signed with')]);
    for (const asked of [hash, hash.slice(0, 12), `/s/longer-awards/${hash}/`, 'longer-awards']) {
      const found = await verify(asked, '--data', data, '--key', key, '--no-rerun');
      expect([found.code, found.stdout]).toEqual([0, expect.stringContaining('is signed with')]);
      expect(found.stdout).toContain(`In the store: /s/longer-awards/${hash}/`);
    }
    const rerun = await verify('longer-awards', '--data', data);
    expect([rerun.code, rerun.stdout]).toEqual([0, expect.stringContaining('Good: run again')]);
    expect(rerun.stdout).toMatch(/SHA256SUMS is signed with the key \w+ of this data folder/);
    expect(rerun.stdout).toContain('Nothing wrong was found.\n');
    expect((await verify('no-such-snapshot', '--data', data)).code).toBe(2);
    expect((await verify('longer-awards', '--data', join(folder, 'empty'))).code).toBe(2);
    expect(await stat(join(folder, 'empty')).catch(() => null)).toBeNull();
    await alterFile(data, hash, 'tables.xlsx');
    const altered = await verify(hash, '--data', data, '--no-rerun');
    expect([altered.code, altered.stdout]).toEqual([
      1,
      expect.stringContaining('tables.xlsx was changed'),
    ]);
    const why = ['--withdraws', hash, '--because', 'It told \u202etoo much.'];
    const gone = await bide(['publish', '--data', data, ...why, '--date', '2026-04-01']);
    expect([gone.code, gone.stderr]).toEqual([0, '']);
    expect(await stored('snapshot.json')).toBeNull();
    expect((await verify('longer-awards', '--data', data, '--key', key)).stdout).toContain(
      'Good: Withdrawn on 1 April 2026: It told too much.',
    );
  }, 60_000);

  it('makes the paper from a board’s own Word file, which is tried before anything is run', async () => {
    const template = join(folder, 'board.docx');
    const children = [new Paragraph('Board of Ayr'), new Paragraph('{{paper}}')];
    const footers = { default: new Footer({ children: [new Paragraph('Ayr')] }) };
    const own = new Document({ sections: [{ footers, children }] });
    await writeFile(template, await Packer.toBuffer(own));
    const site = join(folder, 'own-look');
    const { code, stdout, stderr } = await publish(site, '--template', template);
    expect([code, stderr]).toEqual([0, '']);
    const word = await readFile(join(site, 's/longer-awards', hashIn(stdout), 'paper.docx'));
    const body = strFromU8(unzipSync(Uint8Array.from(word))['word/document.xml']);
    expect(body).toMatch(/Board of Ayr[\s\S]*Longer awards for one worker/);
    const bad = await publish(join(folder, 'bad'), '--template', text);
    expect([bad.code, bad.stderr]).toEqual([2, expect.stringContaining('no Word file')]);
  }, 60_000);

  it('publishes nothing where something that looks like personal data is found', async () => {
    const file = join(folder, 'personal.yaml');
    await writeFile(file, WHOLE.replace('Not a forecast', 'Ask Mrs Example. Not a forecast'));
    const nowhere = join(folder, 'nothing');
    const { code, stderr } = await bide([
      'publish',
      model,
      '--text',
      file,
      '--out',
      nowhere,
      ...FEW,
    ]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/personal\.yaml:\d+:\d+ personal-data/);
    expect(await stat(nowhere).catch(() => null)).toBeNull();
  });
});

/** Change one byte of a file in the store, past what keeps the database from it. */
async function alterFile(data: string, hash: string, name: string): Promise<void> {
  const database = new LibSql(join(data, STORE_FILE));
  const triggers = database
    .prepare("select name from sqlite_master where type = 'trigger'")
    .all() as { name: string }[];
  for (const trigger of triggers) database.exec(`drop trigger "${trigger.name}"`);
  const where = 'where hash = ? and name = ?';
  const row = database.prepare(`select bytes from snapshot_file ${where}`).get(hash, name);
  const bytes = new Uint8Array((row as { bytes: ArrayBuffer }).bytes);
  bytes[bytes.length >> 1] ^= 1;
  database
    .prepare(`update snapshot_file set bytes = ? ${where}`)
    .run(Buffer.from(bytes), hash, name);
  database.close();
}

const rounds = process.env.BIDE_LONG ? 500 : 2;

describe('a publisher that is killed', () => {
  it(`leaves no half snapshot, in ${rounds} rounds`, { timeout: rounds * 180_000 }, async () => {
    spawnSync(process.execPath, [join(root, 'src/cli/bide.js'), '--version']);
    let cutShort = 0;
    // On a busy machine one that is ready may be quicker than its end: it has another round then.
    for (let round = 0; round < rounds || cutShort === 0; round++) {
      const site = join(folder, `killed-${round}`);
      await mkdir(site);
      const args = ['publish', model, '--text', text, '--out', site, ...FEW];
      const child = spawn(process.execPath, [join(root, 'src/cli/bide.js'), ...args]);
      let printed = '';
      child.stdout.on('data', (chunk) => (printed += String(chunk)));
      // From the moment that it begins to write, at another point of it in each round.
      const watcher = watch(site, () => {
        watcher.close();
        setTimeout(() => child.kill('SIGKILL'), (round * 37) % 120);
      });
      await once(child, 'close');
      watcher.close();
      const versions = await readdir(join(site, 's', 'longer-awards')).catch(() => []);
      const hashes = versions.filter((name) => /^[0-9a-f]{64}$/.test(name));
      for (const hash of hashes) {
        const { code, stdout } = await verify(join(site, 's', 'longer-awards', hash), '--no-rerun');
        expect({ round, stdout, code }).toMatchObject({ code: 0 });
      }
      if (printed.includes('Fingerprint')) expect(hashes).toEqual([hashIn(printed)]);
      else cutShort++;
      const again = await publish(site);
      expect([0, 2]).toContain(again.code);
      if (again.code === 2) expect(again.stderr).toContain('published already');
      expect((await readdir(site)).filter((name) => name.startsWith('.unfinished'))).toEqual([]);
      expect(await read(site, 'index.html')).toContain('s/longer-awards/');
      await rm(site, { recursive: true });
    }
  });
});
