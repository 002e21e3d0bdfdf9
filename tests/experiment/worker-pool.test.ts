import { describe, expect, it, vi } from 'vitest';
import { inPlace } from '../../src/lib/experiment/in-place.ts';
import { mergeSlices, type RunResult } from '../../src/lib/experiment/merge.ts';
import type { SpawnWorker } from '../../src/lib/experiment/pool-worker.ts';
import type { PrepareArm } from '../../src/lib/experiment/prepared-arm.ts';
import type { ToWorker } from '../../src/lib/experiment/protocol.ts';
import { RunFailed } from '../../src/lib/experiment/run-failed.ts';
import { sliceReplications } from '../../src/lib/experiment/slices.ts';
import { runUnit } from '../../src/lib/experiment/unit.ts';
import { WorkerPool } from '../../src/lib/experiment/worker-pool.ts';
import { fakeRequest, plan, prepareFake } from './fake-arm.ts';

/** What the pool must come to, worked out without one. */
function expected(ids: string[], replications: number, seed = 1): RunResult {
  const request = fakeRequest(ids);
  const arms = request.arms.map((arm) => {
    const prepared = prepareFake(request, arm);
    const slices = sliceReplications(replications).map((slice) => runUnit(prepared, seed, slice));
    return mergeSlices(arm, plan, slices);
  });
  return { seed, replications, arms };
}

/** Count how often each arm's replications are run. */
function counting(): { prepare: PrepareArm; prepared: string[]; ran: string[] } {
  const prepared: string[] = [];
  const ran: string[] = [];
  const prepare: PrepareArm = (request, arm) => {
    prepared.push(arm.id);
    const fake = prepareFake(request, arm);
    return { plan, run: (...args) => (ran.push(`${arm.id} ${args[1]}`), fake.run(...args)) };
  };
  return { prepare, prepared, ran };
}

describe('a pool of workers', () => {
  it.each([1, 2, 5])('comes to the same bits with %i workers', async (size) => {
    const pool = new WorkerPool(inPlace(prepareFake), { size });
    expect(await pool.run(fakeRequest(['a', 'bb', 'ccc']))).toEqual(
      expected(['a', 'bb', 'ccc'], 25),
    );
    pool.close();
  });

  it('gives partial results at the checkpoints, then the whole', async () => {
    const pool = new WorkerPool(inPlace(prepareFake), { size: 2 });
    const partial: RunResult[] = [];
    const onPartial = (result: RunResult) => partial.push(result);
    const result = await pool.run(fakeRequest(['a', 'bb']), { checkpoints: [2, 10], onPartial });
    expect(partial).toEqual([expected(['a', 'bb'], 2), expected(['a', 'bb'], 10)]);
    expect(result.replications).toBe(25);
    pool.close();
  });

  it('runs the changed arm alone when the others are known, whatever the order', async () => {
    const { prepare, ran } = counting();
    const pool = new WorkerPool(inPlace(prepare), { size: 2 });
    await pool.run(fakeRequest(['a', 'bb']));
    ran.length = 0;
    expect(await pool.run(fakeRequest(['ccc', 'a']))).toEqual(expected(['ccc', 'a'], 25));
    expect(ran.every((run) => run.startsWith('ccc'))).toBe(true);
    expect(ran).toHaveLength(25);
    pool.close();
  });

  it('runs only what is new of a longer run, and nothing of one it knows', async () => {
    const { prepare, ran } = counting();
    const pool = new WorkerPool(inPlace(prepare), { size: 2 });
    await pool.run(fakeRequest(['a'], { replications: 20 }));
    ran.length = 0;
    await pool.run(fakeRequest(['a'], { replications: 40 }));
    expect(ran).toHaveLength(20);
    await pool.run(fakeRequest(['a'], { replications: 20 }));
    expect(ran).toHaveLength(20);
    await pool.run(fakeRequest(['a'], { replications: 20, seed: 2 }));
    expect(ran).toHaveLength(40);
    pool.close();
  });

  it('lets go of the oldest results when they take too much room', async () => {
    const { prepare, ran } = counting();
    const pool = new WorkerPool(inPlace(prepare), { size: 1, cacheBytes: 2500 });
    await pool.run(fakeRequest(['a']));
    await pool.run(fakeRequest(['bb']));
    await pool.run(fakeRequest(['ccc']));
    ran.length = 0;
    await pool.run(fakeRequest(['ccc']));
    expect(ran).toHaveLength(0);
    await pool.run(fakeRequest(['a']));
    expect(ran).toHaveLength(25);
    pool.close();
  });

  it('runs arms of one program once, and compiles each arm once in a worker', async () => {
    const { prepare, prepared, ran } = counting();
    const pool = new WorkerPool(inPlace(prepare), { size: 1 });
    const request = fakeRequest(['a', 'bb']);
    request.arms.push({ ...request.arms[0], id: 'again' });
    const { arms } = await pool.run(request);
    expect(arms[2]).toEqual({ ...arms[0], id: 'again' });
    expect(ran).toHaveLength(50);
    expect(prepared).toEqual(['a', 'bb']);
    pool.close();
  });

  it('tells how far it is', async () => {
    const pool = new WorkerPool(inPlace(prepareFake), { size: 2 });
    const onProgress = vi.fn();
    await pool.run(fakeRequest(['a', 'bb']), { onProgress });
    expect(onProgress).toHaveBeenCalledTimes(50);
    expect(onProgress.mock.lastCall).toEqual([50, 50]);
    pool.close();
  });

  it('serves several runs at once', async () => {
    const pool = new WorkerPool(inPlace(prepareFake), { size: 2 });
    const runs = ['a', 'bb', 'ccc'].map((id) => pool.run(fakeRequest([id], { seed: id.length })));
    const results = await Promise.all(runs);
    expect(results).toEqual(['a', 'bb', 'ccc'].map((id) => expected([id], 25, id.length)));
    pool.close();
  });
});

describe('cancelling a run', () => {
  it('stops between two replications with the reason given, and the pool goes on', async () => {
    const { prepare, ran } = counting();
    const pool = new WorkerPool(inPlace(prepare), { size: 2 });
    const stop = new AbortController();
    const onProgress = (done: number) => done === 3 && stop.abort(new Error('enough'));
    const run = pool.run(fakeRequest(['a']), { signal: stop.signal, onProgress });
    await expect(run).rejects.toThrow('enough');
    expect(ran.length).toBeLessThan(7);
    expect(await pool.run(fakeRequest(['a']))).toEqual(expected(['a'], 25));
    pool.close();
  });

  it('refuses a run that was cancelled before it began', async () => {
    const pool = new WorkerPool(inPlace(prepareFake), { size: 1 });
    const run = pool.run(fakeRequest(['a']), { signal: AbortSignal.abort(new Error('never')) });
    await expect(run).rejects.toThrow('never');
    pool.close();
  });

  it('replaces a worker that does not answer within 300 ms', async () => {
    const ends = vi.fn();
    let workers = 0;
    const spawn: SpawnWorker = (events) => {
      workers += 1;
      if (workers > 1) return inPlace(prepareFake)(events);
      const post = (message: ToWorker) => {
        if (message.kind !== 'run') return;
        events.message({ kind: 'ready', job: message.job, task: message.task, plan, warnings: [] });
      };
      return { post, end: ends };
    };
    const pool = new WorkerPool(spawn, { size: 1 });
    const stop = new AbortController();
    const deaf = pool.run(fakeRequest(['a']), { signal: stop.signal });
    const next = pool.run(fakeRequest(['bb']));
    stop.abort(new Error('stopped'));
    await expect(deaf).rejects.toThrow('stopped');
    expect(await next).toEqual(expected(['bb'], 25));
    expect(ends).toHaveBeenCalledOnce();
    expect(workers).toBe(2);
    pool.close();
  });

  it('lets a worker end a replication where replications are known to take longer', async () => {
    const ends = vi.fn();
    const spawn: SpawnWorker = (events) => {
      const worker = inPlace(prepareFake)(events);
      let later = Promise.resolve();
      // Whatever it hears, it hears 200 ms late, after what it heard before.
      const post = (message: ToWorker) => {
        const wait = new Promise<void>((resolve) => setTimeout(resolve, 200));
        later = Promise.all([later, wait]).then(() => worker.post(message));
      };
      return { post, end: ends };
    };
    const pool = new WorkerPool(spawn, { size: 1 });
    await pool.run(fakeRequest(['a'], { replications: 1 }));
    const stop = new AbortController();
    const slow = pool.run(fakeRequest(['bb']), { signal: stop.signal });
    stop.abort(new Error('stopped'));
    await expect(slow).rejects.toThrow('stopped');
    expect(await pool.run(fakeRequest(['ccc'], { replications: 1 }))).toEqual(expected(['ccc'], 1));
    expect(ends).not.toHaveBeenCalled();
    pool.close();
  });
});

describe('cancelling while an arm is compiled', () => {
  it('waits for it, since the next run needs it too', async () => {
    let workers = 0;
    const slow: SpawnWorker = (events) => {
      workers += 1;
      const worker = inPlace(prepareFake)(events);
      return { ...worker, post: (message) => void setTimeout(() => worker.post(message), 400) };
    };
    const pool = new WorkerPool(slow, { size: 1 });
    const stop = new AbortController();
    const run = pool.run(fakeRequest(['a']), { signal: stop.signal });
    stop.abort(new Error('stopped'));
    await expect(run).rejects.toThrow('stopped');
    await pool.run(fakeRequest(['a'], { replications: 1 }));
    expect(workers).toBe(1);
    pool.close();
  });
});

describe('when something goes wrong', () => {
  /** Workers of which each dies at its `fatal`th message, up to `deaths` of them. */
  function mortal(fatal: number, deaths: number): SpawnWorker {
    return (events) => {
      const worker = inPlace(prepareFake)(events);
      let messages = 0;
      return {
        end: worker.end,
        post(message) {
          messages += 1;
          if (messages < fatal || deaths === 0) return worker.post(message);
          deaths -= 1;
          worker.end();
          return void setTimeout(() => events.died(new Error('out of memory')));
        },
      };
    };
  }

  it('does the work of a worker that died again, to the same bits', async () => {
    const pool = new WorkerPool(mortal(5, 2), { size: 2 });
    const [onProgress, onRestart] = [vi.fn(), vi.fn()];
    expect(await pool.run(fakeRequest(['a', 'bb']), { onProgress, onRestart })).toEqual(
      expected(['a', 'bb'], 25),
    );
    expect(onRestart, 'whoever waits is told').toHaveBeenCalledTimes(2);
    expect(onProgress.mock.lastCall).toEqual([50, 50]);
    pool.close();
  });

  it('gives up when a task kills every worker, and says why', async () => {
    const pool = new WorkerPool(mortal(1, Infinity), { size: 2 });
    await expect(pool.run(fakeRequest(['a']))).rejects.toThrow('A worker died: out of memory');
    pool.close();
  });

  it('rejects with the findings of a model that cannot be run', async () => {
    const finding = { code: 'x', what: 'No such service.' } as unknown as RunFailed['findings'][0];
    const prepare: PrepareArm = () => {
      throw new RunFailed('The scenario does not fit the model.', [finding]);
    };
    const pool = new WorkerPool(inPlace(prepare), { size: 2 });
    const run = pool.run(fakeRequest(['a']));
    await expect(run).rejects.toMatchObject({ name: 'RunFailed', findings: [finding] });
    pool.close();
  });

  it('rejects what is going on, and what comes after, when it is closed', async () => {
    const pool = new WorkerPool(inPlace(prepareFake), { size: 1 });
    const run = pool.run(fakeRequest(['a']));
    pool.close();
    await expect(run).rejects.toThrow('was closed');
    await expect(pool.run(fakeRequest(['a']))).rejects.toThrow('is closed');
  });
});
