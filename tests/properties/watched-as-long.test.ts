import { describe, expect, it } from 'vitest';
import { runCase } from '../known-answers/run-case.ts';
import { patience } from './how-often.ts';
import { oneTeam } from './one-team.ts';
import { modelOf } from './simulate.ts';

/** Twice as many people as one worker can hold one after the other, none of whom gives up waiting. */
const queue = oneTeam({
  question: 'How many workers does everybody meet?',
  horizon: '10 years',
  arrive: '2 per month',
  roles: { worker: { posts: 1, caseload: 1, cost: '0 GBP per year' } },
  pathway: [{ stage: 'support', with: 'worker', lasts: { exactly: '30 days' } }],
});

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
