/** Workers as people start them, ended in the middle of their work. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { describeEachStore } from '../store/each-store.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const model = join(root, 'models/one-worker-one-contract');
const rounds = process.env.BIDE_LONG ? 25 : 1;

function start(words: string[], url?: string): { child: ChildProcess; printed: () => string } {
  const env = { ...process.env, ...(url ? { DATABASE_URL: url } : {}) };
  const child = spawn(process.execPath, [join(root, 'src/cli/bide.js'), ...words], { env });
  let printed = '';
  child.stdout?.on('data', (chunk) => (printed += String(chunk)));
  child.stderr?.on('data', (chunk) => (printed += String(chunk)));
  return { child, printed: () => printed };
}

async function isWorking(worker: ReturnType<typeof start>): Promise<void> {
  while (!worker.printed().includes('Working')) {
    if (worker.child.exitCode !== null) throw new Error(worker.printed());
    await wait(50);
  }
}

function compare(seed: number, ...more: string[]): string[] {
  const how = ['--replications', '30', '--draws', '0', '--format', 'json'];
  return ['compare', model, ...how, '--seed', String(seed), ...more];
}

describeEachStore('workers', (newStore) => {
  test(
    'three of them, one ended with -9 at a random moment, give the bits of one thread',
    { timeout: 120_000 + rounds * 120_000 },
    async ({ skip }) => {
      const { kind, place } = await newStore();
      skip(kind === 'sqlite', 'Workers share a PostgreSQL.');
      const workers = [0, 1, 2].map(() => start(['worker', '--threads', '1'], place.url));
      try {
        await Promise.all(workers.map(isWorking));
        for (let round = 0; round < rounds; round++) {
          const run = start(compare(round, '--workers'), place.url);
          const ended = once(run.child, 'close');
          await wait(500 + Math.random() * 2500);
          const victim = round % workers.length;
          workers[victim].child.kill('SIGKILL');
          workers[victim] = start(['worker', '--threads', '1'], place.url);
          expect(await ended, run.printed()).toEqual([0, null]);
          const alone = start(compare(round, '--threads', '1'));
          await once(alone.child, 'close');
          expect(run.printed()).toBe(alone.printed());
          expect(run.printed()).toContain('"engine"');
        }
      } finally {
        for (const { child } of workers) child.kill('SIGKILL');
      }
    },
  );
});
