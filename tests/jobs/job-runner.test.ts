import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { localPool } from '../../src/lib/experiment/local-pool.ts';
import { JobRunner, type JobKind } from '../../src/lib/server/jobs/job-runner.ts';
import {
  askForJob,
  cancelJob,
  listJobs,
  readJob,
  type Job,
  type JobAsked,
} from '../../src/lib/server/jobs/jobs.ts';
import type { Doing } from '../../src/lib/server/store/portfolio-files.ts';
import { readActs } from '../../src/lib/server/store/acts.ts';
import type { Store } from '../../src/lib/server/store/store.ts';
import { describeEachStore } from '../store/each-store.ts';

const doing = { byRole: 'analyst', why: 'A try', at: '2026-11-29T10:00:00.000Z' };
const asked = { kind: 'double', title: 'Double it', request: { n: 21 }, engine: 'one' };

const double: JobKind = async (request, { onProgress }) => {
  onProgress(0.5);
  return Promise.resolve({ doubled: (request as { n: number }).n * 2 });
};

/** Goes on until it is told to stop. */
const endless: JobKind = async (_, { signal, onProgress }) => {
  onProgress(0.25);
  await wait(600_000, undefined, { signal });
};

const ask = (store: Store, job: JobAsked, at: Doing) =>
  store.write((transaction) => askForJob(transaction, job, at));

async function withRunner<T>(
  store: Store,
  kinds: Record<string, JobKind>,
  work: (runner: JobRunner) => Promise<T>,
): Promise<T> {
  const pool = localPool();
  const runner = new JobRunner(store, 'one', kinds, { pool, atOnce: 1 });
  runner.start();
  try {
    return await work(runner);
  } finally {
    await runner.stop();
    pool.close();
  }
}

/** Wait until a job is as it should be. */
async function until(store: Store, id: string, is: (job: Job) => boolean): Promise<Job> {
  for (;;) {
    const job = await readJob(store.db, id);
    if (job && is(job)) return job;
    await wait(30);
  }
}

const isOver = ({ state }: Job) => !['waiting', 'running'].includes(state);

describeEachStore('jobs', (newStore) => {
  test('they are done in the order in which they were asked for, and kept', async () => {
    const store = await (await newStore()).open();
    const first = await ask(store, asked, doing);
    const later = { ...doing, at: '2026-11-29T10:00:01.000Z' };
    const second = await ask(store, { ...asked, request: { n: 4 } }, later);
    await withRunner(store, { double }, async () => {
      expect((await until(store, second, isOver)).result).toEqual({ doubled: 8 });
    });
    const done = await readJob(store.db, first);
    expect(done).toMatchObject({ state: 'done', share: 1, result: { doubled: 42 } });
    expect((await listJobs(store.db)).map(({ id }) => id)).toEqual([second, first]);
    expect((await readActs(store.db)).map(({ act }) => act)).toEqual([
      'asked for a run',
      'asked for a run',
    ]);
  });

  test('what goes wrong is said, and the next one is done', async () => {
    const store = await (await newStore()).open();
    const broken: JobKind = () => Promise.reject(new Error('The model has no services.'));
    const ids: string[] = [];
    for (const kind of ['broken', 'unknown', 'double']) {
      ids.push(
        await ask(
          store,
          { ...asked, kind },
          { ...doing, at: `2026-11-29T10:00:0${ids.length}.000Z` },
        ),
      );
    }
    await withRunner(store, { double, broken }, () => until(store, ids[2], isOver));
    const jobs = await Promise.all(ids.map((id) => readJob(store.db, id)));
    expect(jobs.map((job) => job?.state)).toEqual(['failed', 'failed', 'done']);
    expect(jobs[0]?.problem).toBe('The model has no services.');
    expect(jobs[1]?.problem).toContain('no kind of run “unknown”');
  });

  test('one that is cancelled stops, and cannot be cancelled again', async () => {
    const store = await (await newStore()).open();
    const id = await ask(store, { ...asked, kind: 'endless' }, doing);
    await withRunner(store, { double, endless }, async () => {
      await until(store, id, ({ share }) => share === 0.25);
      expect(await cancelJob(store, id, doing)).toBe(true);
      const next = await ask(store, asked, doing);
      await until(store, next, ({ state }) => state === 'done');
    });
    expect(await readJob(store.db, id)).toMatchObject({ state: 'cancelled', result: null });
    expect(await cancelJob(store, id, doing)).toBe(false);
  });

  test('one that is cancelled just before its end does nothing that cannot be undone', async () => {
    const store = await (await newStore()).open();
    const id = await ask(store, asked, doing);
    let isDone = false;
    let hasRefused = false;
    const lasting: JobKind = async (_, { confirm }) => {
      await confirm();
      await cancelJob(store, id, doing);
      await confirm().catch((reason: Error) => {
        hasRefused = true;
        throw reason;
      });
      isDone = true;
    };
    await withRunner(store, { double: lasting }, async () => {
      await until(store, id, isOver);
      const next = await ask(store, { ...asked, kind: 'none' }, doing);
      await until(store, next, isOver);
    });
    expect({ isDone, hasRefused }).toEqual({ isDone: false, hasRefused: true });
    expect(await readJob(store.db, id)).toMatchObject({ state: 'cancelled', result: null });
  });

  test('one whose process stops is taken up by the next', async () => {
    const store = await (await newStore()).open();
    const id = await ask(store, asked, doing);
    await withRunner(store, { double: endless }, () =>
      until(store, id, ({ state, share }) => state === 'running' && share > 0),
    );
    expect(await readJob(store.db, id)).toMatchObject({ state: 'waiting' });
    await withRunner(store, { double }, () => until(store, id, ({ state }) => state === 'done'));
  });

  test('one whose process died is taken up once that was silent for long enough', async () => {
    const store = await (await newStore()).open();
    const id = await ask(store, asked, doing);
    const died = {
      state: 'running' as const,
      runner: 'gone',
      heard_at: '2026-11-29T10:00:00.000Z',
    };
    await store.db.updateTable('job').set(died).where('id', '=', id).execute();
    await withRunner(store, { double }, () => until(store, id, ({ state }) => state === 'done'));
  });

  test('one that another version of Bide began is not gone on with', async () => {
    const store = await (await newStore()).open();
    const id = await ask(store, { ...asked, engine: 'another' }, doing);
    await withRunner(store, { double }, () => until(store, id, isOver));
    const job = await readJob(store.db, id);
    expect(job?.state).toBe('failed');
    expect(job?.problem).toContain('Ask for it again');
  });
});
