import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import type { Difference, Estimate, Summary } from '$lib/comparison/summary.ts';
import InShort from './InShort.svelte';
import { leadOf } from './lead.ts';

/** The range of what a scenario does to each measure, of 100. */
type Ranges = Record<string, [low: number | null, high: number | null]>;

function summaryOf(...scenarios: Ranges[]): Summary {
  const like = (id: string) => ({ id, by: null, unit: 'per 100', better: 'higher' }) as const;
  const measures = Object.keys(scenarios[0]).map((id): Estimate => ({
    ...like(id),
    mean: 50,
    low: 49,
    high: 51,
    headline: true,
  }));
  const ids = ['as-it-is', ...scenarios.map((_ranges, i) => `scenario-${i}`)];
  return {
    ...{ engine: '0', seed: 1, replications: 10, warmUpDays: 0, notes: [] },
    portfolio: {
      ...{ id: 'town', title: 'Town', hash: '0', notice: '' },
      ...{ start: '2027-04-01', horizonDays: 3653 },
    },
    scenarios: ids.map((id) => ({
      ...{ id, title: id, story: '', measures, series: [], endings: [], threads: [] },
    })),
    comparisons: scenarios.map((ranges, i) => ({
      ...{ scenario: `scenario-${i}`, baseline: 'as-it-is' },
      differences: Object.entries(ranges).map(([id, [low, high]]): Difference => ({
        ...like(id),
        ...{ low, high, difference: low === null || high === null ? null : (low + high) / 2 },
        ...{ shareBetter: 0.9, headline: true, contractDatesAlone: null, assumedEffects: null },
      })),
    })),
  };
}

const leadFor = (summary: Summary) => leadOf(summary, {}, () => true)!;

it('says of a measure that it hardly changes only where its whole range says so, in every scenario', () => {
  const ranges = (low: number | null, high: number | null): Ranges => ({
    'started-by-21-days': [low, high],
    'kept-a-worker-a-year': [0, 0],
  });
  const titles = leadFor(summaryOf(ranges(-0.1, 0.3), ranges(0.1, 0.4))).same;
  expect(titles).toHaveLength(2);
  for (const [low, high] of [
    [-0.1, 2],
    [0.05, 0.6],
    [-0.5, 0.1],
    [null, null],
  ]) {
    const { same, untold, changes } = leadFor(summaryOf(ranges(0, 0), ranges(low, high)));
    expect(changes).toEqual([]);
    expect(same).toEqual(titles.filter((title) => !untold.includes(title)));
    expect(untold).toHaveLength(1);
  }
  const { same, untold } = leadFor(summaryOf(ranges(1, 2)));
  expect([same.length, untold.length]).toEqual([1, 0]);
});

it('names apart what may change by more than that', () => {
  const summary = summaryOf({ 'started-by-21-days': [-0.1, 2] });
  const props = { summary, names: {}, isSettled: () => true, figures: { known: 9, weak: 3 } };
  const text = render(InShort, { props })
    .body.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
  expect(text).toContain(
    'Whether this changes by as much as half of one in 100, or half a day, cannot be told:',
  );
  expect(text).not.toContain('stay as they are');
  expect(text).not.toContain('Every main measure changes');
});
