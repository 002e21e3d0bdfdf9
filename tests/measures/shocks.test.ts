import { expect, it } from 'vitest';
import { Simulation } from '$lib/simulation/simulation.ts';
import { modelOf, programOf } from '../properties/simulate.ts';
import { oneTeam } from './one-team.ts';

const RUNS = 200;
const GAP = 3;

/** Refusals expected from a decision in year `t` on: every one has the same chance. */
function expected(t: number): number {
  if (t > 29) return 0;
  return 0.5 * (1 + expected(t + GAP + 1)) + 0.5 * expected(t + 1);
}

it('holds shocks of a gap against no award', () => {
  const raw = oneTeam({ role: { posts: 1 }, group: { arrive: '0 per month' } });
  raw.horizon = '354 months';
  raw.contracts = {
    money: {
      ...{ funder: 'Nobody', pays: '1 GBP per year', term: '12 months' },
      ...{ 'first-ends': '2028-03-31', decided: '0 days before it ends' },
      renewed: '50% within a year',
      'when-refused': {
        're-tendered': {
          ...{ share: '100%', after: { exactly: `${GAP} years` } },
          'staff-who-transfer': '0%',
        },
      },
    },
  };
  const simulation = new Simulation(programOf(modelOf(raw)));
  const counts = Array.from({ length: RUNS }, (_run, i) => simulation.run(7, i).refusals[0]);
  const mean = counts.reduce((a, b) => a + b) / RUNS;
  const squares = counts.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const error = Math.sqrt(squares / (RUNS - 1) / RUNS);
  expect(Math.abs(mean - expected(1))).toBeLessThan(4 * error);
  // Were a gap's shocks to count, an award after one would be refused 15 times in 16.
  expect(4 * error).toBeLessThan(0.5);
});
