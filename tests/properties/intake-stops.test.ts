import { describe, expect, it } from 'vitest';
import { patience } from './how-often.ts';
import { oneTeam } from './one-team.ts';
import { modelOf, programOf, simulate } from './simulate.ts';
import type { Raw } from './small-portfolio.ts';

/** A team whose award ends on 31 March 2029, is decided a month before, and may be renewed. */
function team(renewed: string, stop: string): Raw {
  const model = oneTeam({
    question: 'Until when are people taken on?',
    arrive: '20 per month',
    roles: { worker: { posts: 8, caseload: 10, cost: '0 GBP per year' } },
    pathway: [{ stage: 'support', with: 'worker', lasts: { mean: '8 weeks' } }],
    money: {
      term: '24 months',
      'first-ends': '2029-03-31',
      decided: '1 month before it ends',
      renewed: `${renewed} within a year`,
      'when-refused': { 'money-lost': { share: '100%' } },
      'at-an-unrenewed-end': 'stop',
    },
  });
  return { ...model, rules: { 'new-people-stop': stop } };
}

const END = 730;

/** Days, after the start, on which relationships begin within some days before the end. */
function beginnings(raw: Raw, from: number, to: number): number {
  const { followed } = simulate(programOf(modelOf(raw)), 0, 1_000_000);
  return followed
    .flatMap(({ relationships }) => relationships)
    .filter((one) => one.from > END - from && one.from <= END - to).length;
}

describe('before an end that is not confirmed', patience, () => {
  it('nobody new begins once intake has stopped, and people did until then', () => {
    expect(beginnings(team('0%', '3 months'), 90, 0)).toBe(0);
    expect(beginnings(team('0%', '3 months'), 150, 93)).toBeGreaterThan(10);
    expect(beginnings(team('0%', '0 days'), 90, 1)).toBeGreaterThan(30);
  });

  it('people begin again as soon as it is renewed', () => {
    expect(beginnings(team('100%', '3 months'), 90, 32)).toBe(0);
    expect(beginnings(team('100%', '3 months'), 32, 0)).toBeGreaterThan(40);
  });
});
