import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { armsOfComparison } from '../../src/lib/comparison/effect-arms.ts';
import { localPool } from '../../src/lib/experiment/local-pool.ts';
import { mergeSlices, type RunResult } from '../../src/lib/experiment/merge.ts';
import { armPreparer } from '../../src/lib/experiment/prepare.ts';
import type { RunRequest } from '../../src/lib/experiment/run-request.ts';
import { serverPool } from '../../src/lib/experiment/server-pool.ts';
import { sliceReplications } from '../../src/lib/experiment/slices.ts';
import { runUnit } from '../../src/lib/experiment/unit.ts';
import type { WorkerPool } from '../../src/lib/experiment/worker-pool.ts';
import type { Change } from '../../src/lib/portfolio/portfolio.ts';
import { readModel } from '../../src/lib/portfolio/read-model.ts';

const path = new URL('../../models/one-worker-one-contract/portfolio.yaml', import.meta.url);
const file = { path: fileURLToPath(path), text: readFileSync(path, 'utf8') };
const longer: Change = { set: 'contracts.*.term', to: '36 months' };

function request(more: Partial<RunRequest> = {}): RunRequest {
  const { value } = readModel([file], 'one-worker-one-contract');
  const scenarios = [
    { id: 'as-it-is', changes: [] },
    { id: 'longer', changes: [longer] },
  ];
  return {
    model: { id: 'one-worker-one-contract', raw: value!.raw },
    baseline: [],
    arms: armsOfComparison(scenarios),
    seed: 1,
    replications: 25,
    threads: 2,
    follow: 3,
    ...more,
  };
}

/** The run without any pool, its slices done from the last to the first. */
function backwards(of: RunRequest): RunResult {
  const prepare = armPreparer();
  const arms = of.arms.map((arm) => {
    const prepared = prepare(of, arm);
    const slices = sliceReplications(of.replications).reverse();
    const done = slices.map((slice) => runUnit(prepared, of.seed, slice, of.follow));
    return mergeSlices(arm, prepared.plan, done);
  });
  return { seed: of.seed, replications: of.replications, arms };
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

describe('a real model', () => {
  let threads: WorkerPool;
  beforeAll(() => {
    threads = serverPool({ size: 2 });
  });
  afterAll(() => threads.close());

  it('gives the same bits on this thread, on two others, and backwards', async () => {
    const here = localPool();
    const partial: RunResult[] = [];
    const options = { checkpoints: [2, 10], onPartial: (one: RunResult) => partial.push(one) };
    const alone = await here.run(request(), options);
    here.close();
    const early: RunResult[] = [];
    const told = { ...options, onPartial: (one: RunResult) => early.push(one) };
    expect(bitsOf(await threads.run(request(), told))).toBe(bitsOf(alone));
    expect(bitsOf(backwards(request()))).toBe(bitsOf(alone));
    expect(partial.map(({ replications }) => replications)).toEqual([2, 10]);
    const two = alone.arms[1].totals.subarray(0, 2 * alone.arms[1].plan.totals);
    expect([...partial[0].arms[1].totals]).toEqual([...two]);
    // Of two threads one can be so far ahead that both are reached at once.
    for (const one of early) {
      const same = partial.find(({ replications }) => replications === one.replications);
      expect(bitsOf(one)).toBe(bitsOf(same!));
    }
  });

  it('draws figures to the same bits on this thread, on two others, and backwards', async () => {
    const drawn = (arms: RunRequest['arms']) =>
      request({
        arms: arms.map((arm) => ({ ...arm, inputs: { kind: 'drawn', each: 2 } })),
      });
    const wish = drawn(request().arms);
    const here = localPool();
    const alone = await here.run(wish);
    // A scenario more, or one in another place, leaves every other's draws as they were.
    const [asItIs, more] = [wish.arms[0], { id: 'more', changes: [longer], withoutEffects: true }];
    const beside = await here.run(drawn([more, asItIs]));
    here.close();
    expect(bitsOf(await threads.run(wish))).toBe(bitsOf(alone));
    expect(bitsOf(backwards(wish))).toBe(bitsOf(alone));
    expect([...beside.arms[1].totals]).toEqual([...alone.arms[0].totals]);
    const best = (await threads.run(request())).arms[0];
    expect([...best.totals]).not.toEqual([...alone.arms[0].totals]);
  });

  it('starts a longer run with the same futures', async () => {
    const more = await threads.run(request({ replications: 40 }));
    const { arms } = await threads.run(request());
    const { plan, totals } = arms[1];
    expect([...more.arms[1].totals.subarray(0, 25 * plan.totals)]).toEqual([...totals]);
  });

  it('follows the same imagined people in every scenario', async () => {
    const { arms } = await threads.run(request());
    const people = arms.map(({ followed }) =>
      followed.map(({ person, group, locality, arrives }) => [person, group, locality, arrives]),
    );
    expect(people[0]).toHaveLength(3);
    expect(people[1]).toEqual(people[0]);
  });

  it('stops soon after it is cancelled, and goes on to work', async () => {
    const stop = new AbortController();
    let known = 0;
    const run = threads.run(request({ seed: 2, replications: 5000 }), {
      signal: stop.signal,
      onProgress(done) {
        known = done;
        if (done >= 5) stop.abort(new Error('enough'));
      },
    });
    await expect(run).rejects.toThrow('enough');
    expect(known).toBeLessThan(100);
    expect((await threads.run(request({ seed: 3, replications: 2 }))).replications).toBe(2);
  });

  it('says what is wrong with a change that does not fit', async () => {
    const arm = { id: 'wrong', changes: [{ set: 'services.nowhere.roles', to: 1 }] as Change[] };
    const run = threads.run(request({ arms: [arm] }));
    await expect(run).rejects.toMatchObject({
      name: 'RunFailed',
      findings: [expect.objectContaining({ code: 'change-path-unknown' })],
    });
  });
});
