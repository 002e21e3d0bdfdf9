import { expect, test } from 'vitest';
import type { Summary } from '../comparison/summary.ts';
import { joinSummaries } from './join-summaries.ts';

function summary(id: string, replications: number, notes: string[] = []): Summary {
  const scenario = (of: string, story: string) => ({
    id: of,
    title: of,
    story,
    measures: [],
    series: [],
    endings: [],
    threads: [],
  });
  return {
    engine: 'e',
    portfolio: { id: 'p', title: 'P', hash: 'h', notice: '', start: '2027-04-01', horizonDays: 1 },
    seed: 1,
    warmUpDays: 0,
    replications,
    notes,
    scenarios: [scenario('now', `${replications} runs`), scenario(id, '')],
    comparisons: [{ scenario: id, baseline: 'now', differences: [] }],
  };
}

test('the baseline stands once and first, in its sharpest form', () => {
  const joined = joinSummaries([summary('a', 2), summary('b', 200), summary('c', 2)]);
  expect(joined.scenarios.map(({ id }) => id)).toEqual(['now', 'a', 'b', 'c']);
  expect(joined.scenarios[0].story).toBe('200 runs');
  expect(joined.comparisons.map(({ scenario }) => scenario)).toEqual(['a', 'b', 'c']);
});

test('what is said of all is said of the fewest runs, and notes once', () => {
  const joined = joinSummaries([summary('a', 200, ['drifts']), summary('b', 2, ['drifts', 'new'])]);
  expect(joined.replications).toBe(2);
  expect(joined.notes).toEqual(['drifts', 'new']);
});
