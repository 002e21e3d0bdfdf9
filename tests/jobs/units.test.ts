import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { armsOfComparison } from '../../src/lib/comparison/effect-arms.ts';
import { inPlace } from '../../src/lib/experiment/in-place.ts';
import { localPool } from '../../src/lib/experiment/local-pool.ts';
import type { RunResult } from '../../src/lib/experiment/merge.ts';
import { armPreparer } from '../../src/lib/experiment/prepare.ts';
import type { RunRequest } from '../../src/lib/experiment/run-request.ts';
import { WorkerPool } from '../../src/lib/experiment/worker-pool.ts';
import { readModel } from '../../src/lib/portfolio/read-model.ts';
import { KeptUnits } from '../../src/lib/server/jobs/kept-units.ts';
import { QueueWorker } from '../../src/lib/server/jobs/queue-worker.ts';
import { QueuedUnits } from '../../src/lib/server/jobs/queued-units.ts';
import { ThreadUnits } from '../../src/lib/server/jobs/thread-units.ts';
import { openUnitQueue } from '../../src/lib/server/jobs/unit-queue.ts';
import { unitSpawn } from '../../src/lib/server/jobs/unit-spawn.ts';
import type { Unit, Units } from '../../src/lib/server/jobs/unit.ts';
import { describeEachStore } from '../store/each-store.ts';

const path = new URL('../../models/one-worker-one-contract/portfolio.yaml', import.meta.url);
const file = { path: fileURLToPath(path), text: readFileSync(path, 'utf8') };
const version = 'engine-of-test.node';

function request(changes: RunRequest['baseline'] = []): RunRequest {
  const { value } = readModel([file], 'one-worker-one-contract');
  return {
    model: { id: 'one-worker-one-contract', raw: value!.raw },
    baseline: [],
    arms: armsOfComparison([
      { id: 'as-it-is', changes: [] },
      { id: 'longer', changes: [{ set: 'contracts.*.term', to: '36 months' }, ...changes] },
    ]),
    seed: 3,
    replications: 25,
    threads: 8,
    follow: 2,
  };
}

/** Every bit of a result, in one hash. */
function bitsOf({ seed, replications, arms }: RunResult): string {
  const hash = createHash('sha256').update(JSON.stringify([seed, replications]));
  for (const { totals, series, endings, warmUp, ...rest } of arms) {
    hash.update(JSON.stringify(rest));
    for (const array of [totals, series, endings, warmUp]) hash.update(array);
  }
  return hash.digest('hex');
}

async function onOneThread(asked = request()): Promise<string> {
  const pool = localPool();
  const result = await pool.run({ ...asked, threads: 1 }).finally(() => pool.close());
  return bitsOf(result);
}

const threads = () => new ThreadUnits(inPlace(armPreparer()), 2);

/** Does units, and counts them; `breaks` says which of them it fails at, as a machine does. */
class Counted implements Units {
  count = 0;
  private readonly inner = threads();
  constructor(private readonly breaks: (count: number) => boolean = () => false) {}
  do(unit: Unit, signal: AbortSignal) {
    this.count += 1;
    if (this.breaks(this.count)) return Promise.reject(new Error('The machine broke down.'));
    return this.inner.do(unit, signal);
  }
  close() {
    this.inner.close();
  }
}

function poolOf(units: Units, size = 4): WorkerPool {
  return new WorkerPool(unitSpawn(units), { size });
}

describeEachStore('units of long runs', (newStore) => {
  test('kept, they give the bits of one thread, and are not done again', async () => {
    const store = await (await newStore()).open();
    const first = new Counted();
    const pool = poolOf(new KeptUnits(store, version, first));
    expect(bitsOf(await pool.run(request()))).toBe(await onOneThread());
    pool.close();
    expect(first.count).toBeGreaterThan(20);
    const second = new Counted();
    const again = poolOf(new KeptUnits(store, version, second));
    expect(bitsOf(await again.run(request()))).toBe(await onOneThread());
    expect(second.count).toBe(0);
    // Another version takes nothing from this one.
    const third = new Counted();
    const other = poolOf(new KeptUnits(store, `${version}2`, third));
    await other.run(request());
    expect(third.count).toBe(first.count);
    for (const one of [again, other]) one.close();
  });

  test('a run that is cancelled goes on from what is kept', async () => {
    const store = await (await newStore()).open();
    const stop = new AbortController();
    const first = new Counted();
    const pool = poolOf(new KeptUnits(store, version, first), 1);
    const run = pool.run(request(), {
      signal: stop.signal,
      onProgress: (done) => done >= 12 && stop.abort(new Error('Enough.')),
    });
    await expect(run).rejects.toThrow('Enough.');
    const second = new Counted();
    const again = poolOf(new KeptUnits(store, version, second));
    expect(bitsOf(await again.run(request()))).toBe(await onOneThread());
    const whole = new Counted();
    const fresh = poolOf(whole);
    await fresh.run(request());
    expect(second.count).toBeGreaterThan(0);
    expect(second.count).toBeLessThanOrEqual(whole.count - 12);
    for (const one of [pool, again, fresh]) one.close();
  });

  test('what does the units may break down now and then', async () => {
    const store = await (await newStore()).open();
    const units = new Counted((count) => count % 9 === 0);
    const pool = poolOf(new KeptUnits(store, version, units), 2);
    expect(bitsOf(await pool.run(request()))).toBe(await onOneThread());
    pool.close();
  });

  test('workers take them from a queue, whichever comes first, and a unit done twice counts once', async ({
    skip,
  }) => {
    const { kind, place, open } = await newStore();
    skip(kind === 'sqlite', 'The queue is PostgreSQL’s.');
    const store = await open();
    const queues = await Promise.all(
      [1, 2, 3].map(() => openUnitQueue(store, place.url ?? '', version)),
    );
    const counted = [new Counted(), new Counted((count) => count === 3)];
    const workers = counted.map((units, n) => new QueueWorker(store, queues[n], units));
    const working = workers.map((worker) => worker.work(2));
    // Two share what they ask for, and a third asks for the same by itself.
    const shared = new QueuedUnits(store, queues[2], version);
    const pools = [shared, shared, new QueuedUnits(store, queues[2], version)].map((units) =>
      poolOf(units, 8),
    );
    const results = await Promise.all(pools.map((pool) => pool.run(request())));
    const wanted = await onOneThread();
    expect(results.map(bitsOf)).toEqual([wanted, wanted, wanted]);
    for (const { count } of counted) expect(count).toBeGreaterThan(3);
    for (const pool of pools) pool.close();
    for (const worker of workers) worker.stop();
    await Promise.all(working);
    for (const queue of queues) await queue.close();
  });

  test('what a worker took that ended before it could say so is handed out again', async ({
    skip,
  }) => {
    const { kind, place, open } = await newStore();
    skip(kind === 'sqlite', 'The queue is PostgreSQL’s.');
    const store = await open();
    const queue = await openUnitQueue(store, place.url ?? '', version);
    const pool = poolOf(new QueuedUnits(store, queue, version));
    const asked = { ...request(), replications: 2 };
    const running = pool.run(asked);
    let taken = await queue.boss.fetch(queue.name);
    while (taken.length === 0) taken = await queue.boss.fetch(queue.name);
    const worker = new QueueWorker(store, queue, threads());
    const working = worker.work(1);
    expect(bitsOf(await running)).toBe(await onOneThread(asked));
    pool.close();
    worker.stop();
    await working;
    await queue.close();
  });

  test('a change that makes no portfolio fails the run, with what is wrong', async ({ skip }) => {
    const { kind, place, open } = await newStore();
    skip(kind === 'sqlite', 'The queue is PostgreSQL’s.');
    const store = await open();
    const queue = await openUnitQueue(store, place.url ?? '', version);
    const worker = new QueueWorker(store, queue, threads());
    const working = worker.work(1);
    const pool = poolOf(new QueuedUnits(store, queue, version));
    const broken = request([{ set: 'contracts.*.term', to: 'for ever' }]);
    await expect(pool.run(broken)).rejects.toMatchObject({ name: 'RunFailed' });
    pool.close();
    worker.stop();
    await working;
    await queue.close();
  });
});
