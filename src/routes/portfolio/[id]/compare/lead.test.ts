import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import { heldTogether } from '$lib/comparison/held-together.ts';
import type { Difference, Estimate, Summary } from '$lib/comparison/summary.ts';
import { shortFinding } from '$lib/ui/people/short-finding.ts';
import { findingOf } from './finding.ts';
import InShort from './InShort.svelte';
import InWords from './InWords.svelte';
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

function inShort(summary: Summary): string {
  const props = {
    ...{ summary, names: {}, isSettled: () => true, figures: { known: 9, weak: 3 } },
    ...{ renewal: 'per year' as const, why: '/why' },
  };
  return render(InShort, { props })
    .body.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

it('leads with what each scenario comes to, and judges nothing on a first look', () => {
  const of = (range: [number, number]): Ranges => ({ 'started-by-21-days': range });
  const summary = summaryOf(of([1, 2]), of([-1, 2]));
  const leads = (isSettled: (id: string) => boolean) =>
    leadOf(summary, {}, isSettled)?.sentences.map(({ title, said }) => `${title}: ${said}`);
  const clear = expect.stringMatching(
    /^scenario-0: 50\.?0? of 100 .* instead of 50\.?0?\.$/,
  ) as string;
  const unclear = 'scenario-1: No clear difference in any main measure.';
  expect(leads(() => true)).toEqual([clear, unclear]);
  expect(leads((id) => id === 'scenario-1')).toEqual([unclear]);
  expect(leads(() => false)).toBeUndefined();
  const text = inShort(summary);
  expect(text.indexOf(unclear)).toBeGreaterThan(0);
  expect(text.indexOf(unclear)).toBeLessThan(text.indexOf('What changes'));
});

it('says how many more main measures change than it names', () => {
  const ids = ['kept-a-worker-a-year', 'started-by-21-days', 'supported', 'reached', 'list'];
  const ranges = Object.fromEntries(ids.map((id) => [id, [1, 2] as [number, number]]));
  const summary = summaryOf(ranges);
  expect([leadFor(summary).changes.length, leadFor(summary).more]).toEqual([2, 3]);
  expect(inShort(summary)).toContain(
    '3 more main measures change by as much as half of one in 100, or half a day: see the table below.',
  );
  const { 'kept-a-worker-a-year': one, 'started-by-21-days': two } = ranges;
  const few = summaryOf({ 'kept-a-worker-a-year': one, 'started-by-21-days': two });
  expect(inShort(few)).not.toContain('more main measure');
});

it('says no difference to be half of one in 100 under a heading that says less', () => {
  const summary = summaryOf({ 'started-by-21-days': [0.2, 0.732] });
  const { body } = render(InWords, { props: { summary, names: {}, isSettled: () => true } });
  expect(body).toContain('Clear, but less than half of one in 100');
  expect(body).toContain(': 0.47 more');
});

it('names apart what may change by more than that', () => {
  const text = inShort(summaryOf({ 'started-by-21-days': [-0.1, 2] }));
  expect(text).toContain(
    'Whether this changes by as much as half of one in 100, or half a day, cannot be told:',
  );
  expect(text).not.toContain('stay as they are');
  expect(text).not.toContain('Every main measure changes');
});

it('heads what cannot be told as that, where nothing is known to stay', () => {
  const text = inShort(summaryOf({ 'started-by-21-days': [-0.1, 2] }));
  expect(text).toContain('What cannot be told');
  expect(text).not.toContain('What does not change');
  const both = summaryOf({ 'started-by-21-days': [-0.1, 2], 'kept-a-worker-a-year': [0, 0] });
  expect(inShort(both)).toContain('What does not change');
});

it('names the size by which nothing gets worse', () => {
  expect(inShort(summaryOf({ 'started-by-21-days': [1, 2] }))).toContain(
    'No main measure clearly gets worse by as much as half of one in 100, or half a day.',
  );
});

it('says of widened ranges that they hold for all scenarios at once, and of others not', () => {
  const ranges: Ranges = { 'started-by-21-days': [1, 2] };
  expect(inShort(summaryOf(ranges))).toContain('95 of 100 ranges found like this hold');
  const text = inShort(heldTogether(summaryOf(ranges, ranges)));
  expect(text).toContain('those of a measure for both scenarios hold, at once, the answers');
  expect(text).not.toContain('95 of 100 ranges found');
});

it('says everywhere that a difference cannot be told, and nowhere that there is no clear one', () => {
  const key = { id: 'started-by-21-days', by: null, unit: 'per 100' } as const;
  const ranges = (low: number | null, high: number | null): Ranges => ({ [key.id]: [low, high] });
  const wordsOf = (summary: Summary) => [
    findingOf(summary, key, () => true),
    shortFinding({ summary, isFull: true }, key),
    render(InWords, { props: { summary, names: {}, isSettled: () => true } }).body,
  ];
  for (const words of wordsOf(summaryOf(ranges(null, null)))) {
    expect(words).toContain('cannot be told');
    expect(words).not.toMatch(/no clear difference/i);
  }
  for (const words of wordsOf(summaryOf(ranges(-1, 1)))) {
    expect(words).not.toContain('cannot be told');
    expect(words).toMatch(/no clear difference/i);
  }
  const [finding, short, words] = wordsOf(summaryOf(ranges(-1, 1), ranges(null, null)));
  expect(finding).toMatch(/no clear difference under “scenario-0”; .* told under “scenario-1”\.$/);
  expect(short).toMatch(/no clear difference under 1 of 2 .* cannot be told under 1\.$/);
  expect(words.match(/Whether they differ cannot be told/g)).toHaveLength(1);
  expect(words.match(/No clear difference in/g)).toHaveLength(1);
});
