import { describe, expect, test, vi } from 'vitest';
import type { Finding } from '../diagnostics/finding.ts';
import type { RunResult } from '../experiment/merge.ts';
import type { RunOptions } from '../experiment/pool-worker.ts';
import { RunFailed } from '../experiment/run-failed.ts';
import type { RunRequest } from '../experiment/run-request.ts';
import type { MeasurePlan } from '../measures/measure.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';
import type { Change } from '../portfolio/portfolio.ts';
import { DRAFT, LiveRun, type RunScenario } from './live-run.svelte.ts';
import { summingPool } from './summing-pool.ts';

const draftOf = (changes: Change[]): RunScenario[] => [
  { id: DRAFT, title: 'Your scenario', changes },
];

const changes: Change[] = [{ set: 'contracts.*.term', to: '36 months' }];

/** A plan with one measure: the mean of one total. */
const plan: MeasurePlan = {
  measures: [
    {
      id: 'spend',
      by: null,
      unit: 'GBP',
      shape: 'mean',
      numerator: 0,
      denominator: -1,
      scale: 1,
      better: 'neither',
      headline: true,
    },
  ],
  gaps: [],
  totals: 1,
  series: [],
  months: 0,
  warmUpDays: 0,
  seriesSize: 0,
  bands: [],
  endings: { strata: [null], binEnds: [30], reasons: ['still-going'] },
};

const warning = (path: string): Finding => ({
  ...{ code: 'costs-above-award', severity: 'warning', file: '', line: 0, column: 0, path },
  ...{ what: 'It costs more than it is paid.', why: '', mend: '' },
});

function resultOf({ arms, seed }: RunRequest, replications: number): RunResult {
  return {
    seed,
    replications,
    arms: arms.map(({ id, changes }) => ({
      ...{ id, changes },
      plan,
      replications,
      totals: Float64Array.from({ length: replications }, (_, r) => r + (id === DRAFT ? 10 : 0)),
      series: new Float64Array(),
      endings: new Float64Array(1),
      warmUp: new Float64Array(replications * 2),
      followed: [],
      notes: [],
      warnings: id === DRAFT ? [warning('model'), warning('changes')] : [warning('model')],
    })),
  };
}

/** A pool whose runs come on when told. */
function pool() {
  const runs: {
    request: RunRequest;
    options: RunOptions;
    finish: (replications: number) => void;
    fail: (reason: unknown) => void;
  }[] = [];
  const run = (request: RunRequest, options: RunOptions) =>
    new Promise<RunResult>((resolve, reject) => {
      options.signal?.addEventListener('abort', () => reject(options.signal?.reason as Error));
      runs.push({
        request,
        options,
        finish: (replications) => resolve(resultOf(request, replications)),
        fail: reject,
      });
    });
  return { runs, pool: { run, close: vi.fn() } };
}

function live() {
  const { runs, pool: started } = pool();
  const fetchModel = vi.fn(async () => ({ bide: 1 }) as PortfolioFile);
  const run = new LiveRun({
    startPool: () => summingPool(started),
    fetchModel,
    run: { seed: 7, replications: 20, follow: 0 },
    engine: 'test',
    portfolio: { id: 'a', title: 'A', hash: 'h', notice: '', start: '2027-04-01', horizonDays: 1 },
    baseline: { id: 'as-it-is', title: 'As it is' },
    shows: 'all',
    warmUpDays: 365.25,
  });
  const begun = (count: number) =>
    vi.waitFor(() => expect(runs).toHaveLength(count), { timeout: 30_000 });
  return { run, runs, fetchModel, begun, started };
}

describe('a draft being run in the browser', () => {
  test('is shown first from few runs, then settled', async () => {
    const { run, runs, begun } = live();
    const done = run.start(draftOf(changes));
    expect(run.state).toBe('starting');
    await begun(1);
    expect(runs[0].request.arms.map(({ id }) => id)).toEqual(['as-it-is', DRAFT]);
    runs[0].finish(2);
    await begun(2);
    expect([run.state, run.isSettled, run.summary?.replications]).toEqual(['first look', false, 2]);
    const { request, options, finish } = runs[1];
    expect(request.arms.map(({ id }) => id)).toEqual(['as-it-is', DRAFT]);
    expect(request).toMatchObject({ seed: 7, replications: 20 });
    options.onPartial?.(resultOf(request, 10));
    expect(run.state).toBe('sharpening');
    finish(20);
    await begun(3);
    expect([run.state, run.isSettled, run.isRunning]).toEqual(['settled', true, true]);
    expect(run.summary?.comparisons[0].differences[0].contractDatesAlone).toBeNull();
    expect(runs[2].request.arms.map(({ id, changes }) => [id, changes.length])).toEqual([
      ['as-it-is', 0],
      [DRAFT, 1],
      ['as-it-is without assumed effects', 0],
      [`${DRAFT} without assumed effects`, 1],
    ]);
    runs[2].finish(20);
    await done;
    expect(run.summary?.comparisons[0].differences[0].contractDatesAlone).not.toBeNull();
    expect([run.state, run.isSettled, run.isRunning]).toEqual(['done', true, false]);
    expect(run.summary?.comparisons[0].differences[0].difference).toBe(10);
  });

  test('runs how it is now and some scenarios before anybody asks, and shows nothing', async () => {
    const { run, runs, begun } = live();
    const ready = run.warmUp([changes, []]);
    await begun(1);
    expect(runs[0].request.arms.map(({ id }) => id)).toEqual(['as-it-is', DRAFT]);
    expect(runs[0].request.arms[1].changes).toEqual(changes);
    expect(runs[0].request).toMatchObject({ replications: 2, warmUpDays: 365.25 });
    runs[0].finish(2);
    await begun(2);
    expect(runs[1].request.arms[1].changes).toEqual([]);
    runs[1].finish(2);
    await ready;
    expect([run.state, run.summary]).toEqual(['idle', null]);
  });

  test('leaves off getting ready once somebody asks, and does not begin then', async () => {
    const { run, runs, begun } = live();
    const ready = run.warmUp([changes, []]);
    await begun(1);
    void run.start(draftOf(changes));
    await expect(ready).rejects.toThrow('aborted');
    await begun(2);
    await run.warmUp([[]]);
    runs[1].finish(2);
    await begun(3);
    expect(runs[2].request).toMatchObject({ replications: 20 });
    run.close();
  });

  test('has a first look ready of what is probably asked next', async () => {
    const { run, runs, begun } = live();
    run.expect(draftOf(changes));
    await begun(1);
    expect(runs[0].request).toMatchObject({ replications: 2 });
    expect([run.state, run.summary]).toEqual(['idle', null]);
    runs[0].finish(2);
    await vi.waitFor(() => expect(run.known(draftOf(changes))).toBeDefined(), { timeout: 30_000 });
    void run.start(draftOf(changes));
    expect([run.state, run.isSettled, run.summary?.replications]).toEqual(['first look', false, 2]);
    await begun(2);
    expect(runs[1].request).toMatchObject({ replications: 20 });
    run.close();
  });

  test('takes over a first look that is nearly ready when it is asked for', async () => {
    const { run, runs, begun } = live();
    run.expect(draftOf(changes));
    await begun(1);
    void run.start(draftOf(changes));
    runs[0].finish(2);
    await begun(2);
    expect([run.state, run.summary?.replications]).toEqual(['first look', 2]);
    expect(runs[1].request).toMatchObject({ replications: 20 });
    run.close();
  });

  test('looks at what may come next after what somebody waits for', async () => {
    const { run, runs, begun } = live();
    run.expect(draftOf([]));
    await begun(1);
    void run.start(draftOf(changes));
    await begun(2);
    expect(runs[0].options.signal?.aborted).toBe(true);
    expect(runs[1].request.arms[1].changes).toEqual(changes);
    runs[1].finish(2);
    await begun(4);
    const small = runs.slice(2).filter(({ request }) => request.replications === 2);
    expect(small.map(({ request }) => request.arms[1].changes)).toEqual([[]]);
    run.close();
  });

  test('says why a scenario cannot be run only to whoever asks for it', async () => {
    const { run, runs, begun } = live();
    run.expect(draftOf(changes));
    await begun(1);
    runs[0].fail(new RunFailed('It cannot be run.', []));
    await vi.waitFor(
      () => {
        run.expect(draftOf(changes));
        expect(runs).toHaveLength(2);
      },
      { timeout: 30_000 },
    );
    expect(run.state).toBe('idle');
    void run.start(draftOf(changes));
    runs[1].fail(new RunFailed('It cannot be run.', []));
    await vi.waitFor(() => expect(run.state).toBe('failed'), { timeout: 30_000 });
    expect(run.problem).toBe('It cannot be run.');
  });

  test('says what the changes may mislead about, and not what the model does anyway', async () => {
    const { run, runs, begun } = live();
    void run.start(draftOf(changes));
    await begun(1);
    runs[0].finish(2);
    await begun(2);
    expect(run.warnings[DRAFT].map(({ path }) => path)).toEqual(['changes']);
    run.close();
  });

  test('shows what it has worked out before at once, and never something less sharp', async () => {
    const { run, runs, begun } = live();
    const first = run.start(draftOf(changes));
    for (const [at, replications] of [2, 20, 20].entries()) {
      await begun(at + 1);
      runs[at].finish(replications);
    }
    await first;
    void run.start(draftOf([]));
    await begun(4);
    runs[3].finish(2);
    await begun(5);
    runs[4].options.onPartial?.(resultOf(runs[4].request, 10));
    const back = run.start(draftOf(changes));
    expect([run.state, run.summary?.replications]).toEqual(['done', 20]);
    await back;
    void run.start(draftOf([]));
    expect([run.state, run.summary?.replications]).toEqual(['sharpening', 10]);
    await begun(6);
    runs[5].finish(2);
    await begun(7);
    expect(run.summary?.replications).toBe(10);
    run.close();
  });

  test('works out several scenarios at once, and tells of workers that were started again', async () => {
    const { run, runs, begun } = live();
    const done = run.start([
      { id: 'made-1', title: 'Longer', changes },
      { id: 'made-2', title: 'As now', changes: [] },
    ]);
    await begun(1);
    runs[0].options.onRestart?.(new Error('out of memory'));
    for (const [at, replications] of [2, 20, 20].entries()) {
      await begun(at + 1);
      runs[at].finish(replications);
    }
    await done;
    expect(run.restarts).toBe(1);
    expect(run.summary?.scenarios.map(({ title }) => title)).toEqual([
      'As it is',
      'Longer',
      'As now',
    ]);
    expect(run.summary?.comparisons.map(({ scenario }) => scenario)).toEqual(['made-1', 'made-2']);
  });

  test('gives up what was going on when something else is tried', async () => {
    const { run, runs, begun } = live();
    const first = run.start(draftOf(changes));
    await begun(1);
    runs[0].finish(2);
    await begun(2);
    const second = run.start(draftOf([]));
    await begun(3);
    expect(runs[1].options.signal?.aborted).toBe(true);
    // What the first still says is not heard.
    runs[1].options.onPartial?.(resultOf(runs[1].request, 10));
    expect(run.summary?.replications).toBe(2);
    runs[2].finish(2);
    await begun(4);
    runs[3].finish(20);
    await begun(5);
    runs[4].finish(20);
    await Promise.all([first, second]);
    expect(run.state).toBe('done');
  });

  test('shows a first look that is nearly there, then has the newest change', async () => {
    const { run, runs, begun } = live();
    const all = [run.start(draftOf(changes))];
    await begun(1);
    for (const to of ['24 months', '60 months']) {
      all.push(run.start(draftOf([{ set: 'contracts.*.term', to }])));
    }
    expect(runs).toHaveLength(1);
    runs[0].finish(2);
    await begun(2);
    expect(run.summary?.replications).toBe(2);
    expect(runs[1].request.arms[1].changes).toEqual([{ set: 'contracts.*.term', to: '60 months' }]);
    runs[1].finish(2);
    await begun(3);
    runs[2].finish(20);
    await begun(4);
    runs[3].finish(20);
    await Promise.all(all);
    expect([run.state, runs.length]).toEqual(['done', 4]);
  });

  test('does not wait long for a first look that takes long', async () => {
    const { run, runs, begun } = live();
    const first = run.start(draftOf(changes));
    await begun(1);
    const second = run.start(draftOf([]));
    await begun(2);
    expect(runs[0].options.signal?.aborted).toBe(true);
    expect(runs[1].request.arms[1].changes).toEqual([]);
    runs[1].finish(2);
    await begun(3);
    runs[2].finish(20);
    await begun(4);
    runs[3].finish(20);
    await Promise.all([first, second]);
    expect(run.state).toBe('done');
  });

  test('keeps what is known when it is stopped', async () => {
    const { run, runs, begun } = live();
    const done = run.start(draftOf(changes));
    await begun(1);
    runs[0].finish(2);
    await begun(2);
    runs[1].options.onPartial?.(resultOf(runs[1].request, 5));
    run.stop();
    await done;
    expect([run.state, run.summary?.replications]).toEqual(['stopped', 5]);
  });

  test('says why it failed, with findings, and can be tried again', async () => {
    const { run, runs, begun } = live();
    const done = run.start(draftOf(changes));
    await begun(1);
    runs[0].fail(new RunFailed('It cannot be run.', []));
    await done;
    expect([run.state, run.problem]).toEqual(['failed', 'It cannot be run.']);
    const again = run.start(draftOf(changes));
    await begun(2);
    runs[1].finish(2);
    await begun(3);
    runs[2].finish(20);
    await begun(4);
    runs[3].finish(20);
    await again;
    expect(run.state).toBe('done');
  });

  test('asks for the model again after the network was lost', async () => {
    const { run, runs, fetchModel, begun } = live();
    fetchModel.mockRejectedValueOnce(new Error('no network'));
    await run.start(draftOf(changes));
    expect(run.state).toBe('failed');
    const done = run.start(draftOf(changes));
    await begun(1);
    runs[0].finish(2);
    await begun(2);
    runs[1].finish(20);
    await begun(3);
    runs[2].finish(20);
    await done;
    expect(fetchModel).toHaveBeenCalledTimes(2);
    expect(run.state).toBe('done');
  });

  test('ends its workers when the page is left', async () => {
    const { run, begun, started } = live();
    void run.start(draftOf(changes));
    await begun(1);
    run.close();
    expect(started.close).toHaveBeenCalled();
    expect(run.state).toBe('idle');
  });
});
