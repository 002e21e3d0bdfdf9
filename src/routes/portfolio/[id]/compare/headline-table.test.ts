import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import type { Difference, Estimate, Summary } from '$lib/comparison/summary.ts';
import type { By } from '$lib/measures/measure.ts';
import { findingOf } from './finding.ts';
import HeadlineTable from './HeadlineTable.svelte';
import InWords from './InWords.svelte';
import { headlineGroups } from './look-up.ts';

const AWARDS = { kind: 'funding', id: 'awards' } as const;
const FUNDING: By = { kind: 'reason', id: 'funding-ended' };

/** A measure as it is and by how much it changes, each with a range around it. */
type Row = [id: string, by: By | null, before: number, change: number];

const ROWS: Row[] = [
  ['wait-mean', AWARDS, 12, -2],
  ['cut-short-per-100', AWARDS, 34, -12.4],
  ['ended-by', { ...FUNDING, within: AWARDS }, 12, -6],
  ['cut-short-per-100', null, 10.38, -0.65],
  ['ended-by', FUNDING, 7, -3],
  ['kept-a-worker-a-year', null, 12, 0.1],
];

const like = ([id, by]: Row) =>
  ({ id, by, unit: id === 'wait-mean' ? 'days' : 'per 100', better: 'lower' }) as const;

function summaryOf(rows: Row[]): Summary {
  const estimates = (isAfter: boolean) =>
    rows.map((row): Estimate => {
      const mean = row[2] + (isAfter ? row[3] : 0);
      const headline = row[0] !== 'ended-by';
      return { ...like(row), mean, low: mean - 1, high: mean + 1, headline };
    });
  const scenario = (id: string, title: string, measures: Estimate[]) => ({
    ...{ id, title, story: '', measures, series: [], endings: [], threads: [] },
  });
  return {
    engine: '0',
    portfolio: {
      ...{ id: 'town', title: 'Town', hash: '0', notice: '' },
      ...{ start: '2027-04-01', horizonDays: 3653 },
    },
    ...{ seed: 1, replications: 200, warmUpDays: 0, notes: [] },
    scenarios: [
      scenario('as-it-is', 'As it is', estimates(false)),
      scenario('longer', 'Longer awards', estimates(true)),
    ],
    comparisons: [
      {
        scenario: 'longer',
        baseline: 'as-it-is',
        differences: rows.map((row): Difference => ({
          ...like(row),
          difference: row[3],
          low: row[3] - 0.15,
          high: row[3] + 0.15,
          shareBetter: 0.96,
          headline: true,
          changesDatesAlone: true,
          contractDatesAlone: { difference: -0.4, low: -0.6, high: -0.2 },
          assumedEffects: { difference: -0.02, low: -0.3, high: 0.26 },
        })),
      },
    ],
  };
}

const summary = summaryOf(ROWS);
const props = { summary, names: {}, isSettled: () => true };
const textOf = (body: string) => body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

it('puts relationships cut short in services paid by awards first, then in all services', () => {
  const titles = headlineGroups(summary).map(({ title, measures }) => [title, measures[0].id]);
  expect(titles).toEqual([
    ['In services paid by awards that end', 'cut-short-per-100'],
    ['Keeping a worker, in all services', 'cut-short-per-100'],
  ]);
  expect(headlineGroups(summary)[0].measures.map(({ id }) => id)).toEqual([
    ...['cut-short-per-100', 'ended-by', 'wait-mean'],
  ]);
  expect(headlineGroups(summaryOf(ROWS.slice(3))).map(({ title }) => title)).toEqual([
    'Keeping a worker',
  ]);
});

it('tells figures apart that differ clearly, with their ranges', () => {
  const text = textOf(render(HeadlineTable, { props }).body);
  for (const said of [
    '10.4 of 100',
    '9.7 of 100 0.7 fewer 0.5 to 0.8; better in 96 of 100 runs',
    '22 of 100 12 fewer 12 to 13; better in 96 of 100 runs',
    'How relationships ended: funding ended',
  ]) {
    expect(text).toContain(said);
  }
});

it('says what each figure is of, where neither more nor fewer is better too', () => {
  const [now, then] = summary.scenarios.map((scenario) => ({
    ...scenario,
    measures: scenario.measures.map((of) =>
      of.id === 'ended-by' ? { ...of, better: 'neither' as const } : of,
    ),
  }));
  const of = { ...props, summary: { ...summary, scenarios: [now, then] } };
  expect(textOf(render(HeadlineTable, { props: of }).body)).toContain(
    'How relationships ended: funding ended of 100 endings 12 of 100',
  );
});

it('says in sentences which services it speaks of', () => {
  const text = textOf(render(InWords, { props }).body);
  expect(text).toContain('In services paid by awards that end, 22 of 100 relationships begun');
  expect(text).toContain('Contract dates alone: 0.4 fewer (0.2 to 0.6)');
  expect(text).toContain('Assumed effects add no clear difference (0.3 fewer to 0.3 more)');
  expect(text).toContain('In all services, 9.7 of 100 relationships begun');
  expect(text).toContain('Funding ended, in services paid by awards that end: 6 of 100 endings');
  expect(findingOf(summary, summary.scenarios[0].measures[3], () => true)).toBe(
    'Relationships cut short, in all services: 10.4 of 100 as it is now, 9.7 of 100 under ' +
      '“Longer awards”.',
  );
});
