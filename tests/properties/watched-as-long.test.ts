import { describe, expect, it } from 'vitest';
import { runCase } from '../known-answers/run-case.ts';
import { patience } from './how-often.ts';
import { modelOf } from './simulate.ts';
import type { Raw } from './small-portfolio.ts';

/** Twice as many people as one worker can hold one after the other, none of whom gives up waiting. */
const queue: Raw = {
  bide: 1,
  title: 'One worker',
  question: 'How many workers does everybody meet?',
  notice: 'Made up by a test.',
  start: '2027-04-01',
  horizon: '10 years',
  'warm-up': 'none',
  prices: 'none',
  localities: { town: { name: 'Town', people: 5000 } },
  groups: {
    people: {
      name: 'People',
      arrive: '2 per month',
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
      roles: { worker: { posts: 1, caseload: 1, cost: '0 GBP per year' } },
      pathway: [{ stage: 'support', with: 'worker', lasts: { exactly: '30 days' } }],
    },
  },
  contracts: { money: { funder: 'Nobody', pays: '0 GBP per year', term: 'recurrent' } },
};

describe('people who wait for years', patience, () => {
  const run = runCase(modelOf(queue), { replications: 10 });

  it('are counted among those who started only if they did within the months that all are watched', () => {
    const { over, under } = run.measure('workers-per-person');
    // Whoever starts meets the one worker there is.
    expect(over).toEqual(under);
    expect(Math.min(...over)).toBeGreaterThan(20);
    expect(Math.max(...over)).toBeLessThan(80);
  });

  it('count as started whenever they do where starts are counted', () => {
    const [started] = run.measure('started').over;
    expect(started * 10).toBeGreaterThan(100);
  });
});
