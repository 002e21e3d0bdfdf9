import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstAlteredAct } from '../../src/lib/server/store/acts.ts';
import { beginPortfolio, readHistory } from '../../src/lib/server/store/portfolio-files.ts';
import {
  listSnapshots,
  namesOfFiles,
  readSnapshotFile,
} from '../../src/lib/server/store/snapshots.ts';
import { littleSnapshot } from '../snapshot/little-snapshot.ts';
import { describeEachStore } from './each-store.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rounds = process.env.BIDE_LONG ? 250 : 6;
const names = ['index.html', 'results.csv', 'snapshot.json', 'SHA256SUMS'];
const doing = { byRole: 'analyst', why: 'A try', at: '2027-03-09T10:00:00.000Z' };

let built: string;
let snapshot: string;

beforeAll(async () => {
  // Within the project, where its packages are found.
  built = await mkdtemp(join(root, 'node_modules/.bide-killed-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: built,
      rolldownOptions: {
        input: ['killed-writer', 'opener'].map((name) => join(root, `tests/store/${name}.ts`)),
      },
    },
  });
  snapshot = join(built, 'snapshot.json');
  // Little of a snapshot, so that most of the time goes to the store.
  await writeFile(snapshot, JSON.stringify({ document: littleSnapshot().document, names }));
}, 120_000);
afterAll(() => rm(built, { recursive: true, force: true }));

describeEachStore('a writer that is killed', (newStore) => {
  test(
    `loses nothing that it said was done, and leaves no half of anything, in ${rounds} rounds`,
    { timeout: rounds * 180_000 },
    async () => {
      let acknowledged = 0;
      // A slow disk may let no more than the first be said in a round: there are more rounds then.
      for (let round = 0; round < rounds || acknowledged <= rounds; round++) {
        const { open, place } = await newStore();
        const before = await open();
        const files = [{ path: 'portfolio.yaml', text: 'text 0\n' }];
        await beginPortfolio(before, { id: 'ayr', title: 'Ayr', files }, doing);
        await before.close();
        const said = await killedWriter([place.folder, place.url ?? '', snapshot], round);
        const store = await open();
        const versions = (await readHistory(store.db, 'ayr', 'portfolio.yaml')).reverse();
        expect(versions.map(({ version }) => version)).toEqual(versions.map((_, at) => at + 1));
        expect(versions.map(({ text }) => text)).toEqual(versions.map((_, at) => `text ${at}\n`));
        const listed = (await listSnapshots(store.db)).flatMap((one) => one.versions);
        for (const { hash } of listed) {
          expect(await namesOfFiles(store.db, hash)).toEqual(names);
          const bytes = await readSnapshotFile(store.db, hash, 'SHA256SUMS');
          expect(new TextDecoder().decode(bytes!)).toBe(`SHA256SUMS of ${hash}`);
        }
        for (const line of said) {
          const [what, which] = line.split(' ');
          if (what === 'saved') expect(versions.length).toBeGreaterThanOrEqual(Number(which));
          else expect(listed.map(({ hash }) => hash)).toContain(which);
        }
        expect(await firstAlteredAct(store.db)).toBeNull();
        acknowledged += said.length;
        await store.close();
      }
      expect(acknowledged).toBeGreaterThan(rounds);
    },
  );
});

describeEachStore('a new store', (newStore) => {
  test('is made once, though four processes open it at the same moment', async () => {
    const { open, place } = await newStore();
    const args = [join(built, 'opener.js'), place.folder, place.url ?? ''];
    const openers = Array.from({ length: 4 }, () => spawn(process.execPath, args));
    let said = '';
    for (const { stderr } of openers) stderr.on('data', (chunk: Buffer) => (said += String(chunk)));
    await Promise.all(openers.map(({ stdout }) => once(stdout, 'data')));
    const ends = openers.map((one) => once(one, 'close'));
    for (const { stdin } of openers) stdin.write('go\n');
    const codes = (await Promise.all(ends)).map(([code]) => code as number);
    expect(said).toBe('');
    expect(codes).toEqual([0, 0, 0, 0]);
    await open();
  });
});

/** Let a writer write, kill it at another moment in each round, and return what it had said. */
async function killedWriter(args: string[], round: number): Promise<string[]> {
  const child = spawn(process.execPath, [join(built, 'killed-writer.js'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk: string) => {
    if (printed === '') setTimeout(() => child.kill('SIGKILL'), (round * 61) % 400);
    printed += chunk;
  });
  await once(child, 'close');
  // What was cut off in the middle of a line was not said.
  return printed.split('\n').slice(0, -1);
}
