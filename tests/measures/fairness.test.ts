import { expect, it } from 'vitest';
import { estimateOf } from '../known-answers/estimate.ts';
import { runCase } from '../known-answers/run-case.ts';
import { patience } from '../properties/how-often.ts';
import { modelOf } from '../properties/simulate.ts';
import { oneTeam } from './one-team.ts';

it(
  'counts people by the share of their locality who live in the most deprived fifth',
  patience,
  () => {
    const raw = oneTeam({ group: { live: { town: '60%', shore: '40%' } } });
    raw.localities = {
      town: { name: 'Town', people: 10000, 'most-deprived': '50%', at: [55.4, -4.6] },
      shore: { name: 'Shore', people: 20000, 'most-deprived': '10%', at: [55.5, -4.6] },
    };
    const run = runCase(modelOf(raw), { replications: 10 });
    const value = (id: string, by?: { kind: 'locality' | 'deprivation'; id: string }) =>
      estimateOf(run.measure(id, by)).value;
    const [town, shore] = ['town', 'shore'].map((id) => value('arrived', { kind: 'locality', id }));
    const deprived = (id: string) => ({ kind: 'deprivation', id }) as const;
    expect(value('arrived', deprived('most'))).toBeCloseTo(0.5 * town + 0.1 * shore, 9);
    expect(value('arrived', deprived('others'))).toBeCloseTo(0.5 * town + 0.9 * shore, 9);
    // 5,000 and 2,000 of 30,000 people live in the most deprived fifth.
    const [here, there] = ['town', 'shore'].map((id) =>
      value('supported', { kind: 'locality', id }),
    );
    expect(value('supported-per-1000', deprived('most'))).toBeCloseTo(
      (1000 * (0.5 * here + 0.1 * there)) / 7000,
      9,
    );
    expect(value('supported-per-1000')).toBeCloseTo((1000 * (here + there)) / 30000, 9);
  },
);

it('tells nothing by deprivation where no locality says it', () => {
  const run = runCase(modelOf(oneTeam({})), { replications: 10 });
  expect(() => run.measure('arrived', { kind: 'deprivation', id: 'most' })).toThrow('No measure');
});
