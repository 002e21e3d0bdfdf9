import { describe, expect, it } from 'vitest';
import { patience } from './how-often.ts';
import { modelOf, programOf, simulate } from './simulate.ts';
import type { Raw } from './small-portfolio.ts';

/** A team whose award ends on 31 March 2029, is decided a month before, and may be renewed. */
function team(renewed: string, stop: string): Raw {
  return {
    bide: 1,
    title: 'One team',
    question: 'Until when are people taken on?',
    notice: 'Made up by a test.',
    start: '2027-04-01',
    horizon: '3 years',
    'warm-up': 'none',
    prices: 'none',
    localities: { town: { name: 'Town', people: 5000 } },
    groups: {
      people: {
        name: 'People',
        arrive: '20 per month',
        live: { town: '100%' },
        patience: 'open-ended',
        'other-life-events': '0% per year',
        'turn-to': { team: '100%' },
      },
    },
    services: {
      team: {
        name: 'Team',
        kind: 'team',
        provider: { name: 'Nobody', sector: 'third', size: 'local' },
        'paid-by': 'money',
        roles: { worker: { posts: 8, caseload: 10, cost: '0 GBP per year' } },
        pathway: [{ stage: 'support', with: 'worker', lasts: { mean: '8 weeks' } }],
      },
    },
    contracts: {
      money: {
        funder: 'Nobody',
        pays: '0 GBP per year',
        term: '24 months',
        'first-ends': '2029-03-31',
        decided: '1 month before it ends',
        renewed: `${renewed} within a year`,
        'when-refused': { 'money-lost': { share: '100%' } },
        'at-an-unrenewed-end': 'stop',
      },
    },
    rules: { 'new-people-stop': stop },
  };
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
