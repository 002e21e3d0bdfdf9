import { expect, it } from 'vitest';
import { frontierOf } from '$lib/comparison/frontier.ts';
import { summarise } from '$lib/comparison/summarise.ts';
import { localPool } from '$lib/experiment/local-pool.ts';
import { readShipped } from '../models/shipped-model.ts';

it('costs exactly as much where the same staff are paid, though other events lie between', async () => {
  const { model } = readShipped('one-queue');
  const scenarios = [
    { ...model.scenarios.find(({ id }) => id === 'as-it-is')!, changes: [] },
    {
      ...{ id: 'fewer', title: 'Fewer come', story: '' },
      changes: [{ set: 'groups.people.arrive', to: '1 per month' }],
    },
    model.scenarios.find(({ id }) => id === 'half-a-worker-more')!,
  ];
  const pool = localPool();
  const result = await pool.run({
    model: { id: model.id, raw: model.raw },
    ...{ baseline: [], arms: scenarios, seed: 1, replications: 10, threads: 1 },
  });
  pool.close();
  const { id, title, notice, start, horizonDays } = model.portfolio;
  const summary = summarise({
    ...{ engine: 'test', portfolio: { id, title, hash: 'abc', notice, start, horizonDays } },
    ...{ result, scenarios, baseline: 'as-it-is', isSimultaneous: true },
  });
  const differenceIn = (scenario: string, measure: string) =>
    summary.comparisons
      .find((one) => one.scenario === scenario)!
      .differences.find((one) => one.id === measure && one.by === null)!;
  const nothing = { difference: 0, low: 0, high: 0 };
  expect(differenceIn('fewer', 'spend')).toMatchObject({ ...nothing, shareBetter: null });
  expect(differenceIn('fewer', 'unspent')).toMatchObject(nothing);
  expect(differenceIn('half-a-worker-more', 'unspent')).toMatchObject(nothing);
  expect(differenceIn('half-a-worker-more', 'spend').low).toBeGreaterThan(1000);
  // Nothing is left over, to the last bit: pounds that are paid and spent are the same pounds.
  for (const { measures } of summary.scenarios) {
    const left = measures.find((one) => one.id === 'unspent' && one.by === null)!;
    expect([left.mean, left.low, left.high]).toEqual([0, 0, 0]);
  }
  const cheapest = frontierOf(summary, 'unmet').filter(({ costsLeast }) => costsLeast);
  expect(cheapest).toEqual([]);
}, 120_000);
