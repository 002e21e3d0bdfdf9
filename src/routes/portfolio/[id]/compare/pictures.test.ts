import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import type { Difference, Estimate, Summary, Thread } from '$lib/comparison/summary.ts';
import type { By } from '$lib/measures/measure.ts';
import MoneyCompared from './MoneyCompared.svelte';
import Pictures from './Pictures.svelte';
import { promisesKept } from './promises-kept.ts';

const AWARDS: By = { kind: 'funding', id: 'awards' };
const promise = (id: string): By => ({ kind: 'criterion', id });

/** A measure as it is, and the range of what the scenario does to it. */
type Row = [id: string, by: By | null, now: number, low: number, high: number];

const ROWS: Row[] = [
  ['cut-short-per-100', AWARDS, 9.508, -0.2, 0.163],
  ['cut-short-per-100', null, 10.55, 0.13, 0.7],
  // Kept in time: all clear. The pictures show the share of time, which is another measure.
  ...['coping', 'housing', 'advocacy'].map((id): Row => [
    'criterion-reached',
    promise(id),
    50,
    1,
    2,
  ]),
  ['criterion-days', promise('coping'), 35, 1, 2],
  ['criterion-days', promise('housing'), 35, 0.1, 0.3],
  ['criterion-days', promise('advocacy'), 35, -0.1, 0.3],
];

function thread(person: number, worker: string, to = 40): Thread {
  const spell = { service: 's', role: 'r', worker, from: 0, to, reason: 'worker-left' };
  return { person, group: 'g', locality: 'l', arrives: 0, relationships: [spell] };
}

function summaryOf(...threads: Thread[][]): Summary {
  const like = ([id, by]: Row) =>
    ({ id, by, unit: id === 'criterion-days' ? 'per cent' : 'per 100', better: 'lower' }) as const;
  const scenario = (id: string, title: string, share: number, index: number) => ({
    ...{ id, title, story: '', series: [], threads: threads[index] ?? [] },
    measures: ROWS.map((row): Estimate => {
      const mean = row[2] + (index * (row[3] + row[4])) / 2;
      return { ...like(row), mean, low: mean - 1, high: mean + 1, headline: true };
    }),
    endings: [AWARDS, null].map((by) => ({
      ...{ by, days: [0, 730], reasons: ['worker-left'], shares: [[0, share]] },
    })),
  });
  return {
    ...{ engine: '0', seed: 1, replications: 10, warmUpDays: 0, notes: [] },
    portfolio: {
      ...{ id: 'town', title: 'Town', hash: '0', notice: '' },
      ...{ start: '2027-04-01', horizonDays: 3653 },
    },
    scenarios: [
      scenario('as-it-is', 'As it is', 0.09508, 0),
      scenario('flexible', 'As flexible', 0.09489, 1),
    ],
    comparisons: [
      {
        ...{ scenario: 'flexible', baseline: 'as-it-is' },
        differences: ROWS.map((row): Difference => ({
          ...like(row),
          ...{ difference: (row[3] + row[4]) / 2, low: row[3], high: row[4], headline: true },
          ...{ shareBetter: 0.5, contractDatesAlone: null, assumedEffects: null },
        })),
      },
    ],
  };
}

const textOf = (summary: Summary) =>
  render(Pictures, { props: { summary, names: {}, promises: [], isSettled: () => true } })
    .body.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

it('says of the share of time what its pictures show, and how much of it is small', () => {
  expect(promisesKept(summaryOf(), () => true)).toBe(
    'Share of the time on MAT in which a promise is kept: it differs clearly for 2 of 3 promises ' +
      'under “As flexible”, for 1 of them by less than half of one in 100.',
  );
  expect(promisesKept(summaryOf(), () => false)).toBe(
    'Share of the time on MAT in which a promise is kept.',
  );
});

it('says how relationships end as the main table does, and whose they are', () => {
  expect(textOf(summaryOf())).toContain(
    'Relationships cut short, in services paid by awards that end: 10 of 100 as it is now, and no ' +
      'clear difference under “As flexible”.',
  );
  const apart = summaryOf();
  apart.scenarios.push({ ...apart.scenarios[1], id: 'hub', title: 'Hub' });
  const [first] = apart.comparisons;
  const differences = first.differences.map((one) => ({ ...one, low: -1.4, high: -0.1 }));
  differences[0].difference = -0.4;
  apart.scenarios[2].measures = apart.scenarios[1].measures.map((one) => ({ ...one, mean: 9.1 }));
  apart.comparisons.push({ ...first, scenario: 'hub', differences });
  // The pictures say figures as finely as the table does, so that like ones look alike.
  const text = textOf(apart);
  expect(text).toContain('9.5 of 100 as it is now, 9.1 of 100 under “Hub”; no clear difference');
  expect(text).toContain('9.5 of 100 cut short');
  expect(text).not.toContain('10 of 100');
});

it('says that no relationship began in place of pictures of how they end', () => {
  const summary = summaryOf();
  for (const scenario of summary.scenarios) scenario.endings = [];
  const text = textOf(summary);
  expect(text).toContain('How relationships end No relationship began in these runs.');
  expect(text).not.toContain('Stacked areas');
  expect(text).not.toContain('Why relationships end');
  expect(textOf(summaryOf())).not.toContain('No relationship began');
});

it('says of money in which prices it is only where the model names a year', () => {
  const hint = (prices: string) =>
    render(MoneyCompared, { props: { summary: summaryOf(), prices, isSettled: () => true } }).body;
  expect(hint('2025-26')).toContain('In prices of 2025-26, so that a pound later is a pound now.');
  expect(hint('')).toContain('Means over all runs.');
  expect(hint('')).not.toMatch(/[Ii]n prices/);
});

it('says for how many of the people drawn the scenarios differ, whoever their worker is', () => {
  const now = [1, 2, 3, 4, 5, 6, 7].map((person) => thread(person, `${person}.1`));
  const later = now.map(({ person }) => thread(person, `${person + 10}.1`, person % 3 ? 40 : 50));
  expect(textOf(summaryOf(now, later))).toContain(
    'For 1 of the first 5 people who begin support, the relationships drawn differ between these ' +
      'scenarios. 1 more person is drawn because theirs differ.',
  );
});

it('draws relationships cut short by month, in services paid by awards where there are others', () => {
  const summary = summaryOf();
  expect(textOf(summary)).not.toContain('Relationships cut short by month');
  for (const scenario of summary.scenarios) {
    scenario.series = [null, AWARDS].map((by) => ({
      ...{ id: 'cut-short-in-month', by, unit: 'relationships' as const },
      values: by ? [0, 12, 0] : [31, 31, 31],
    }));
  }
  const text = textOf(summary);
  expect(text).toContain(
    'Relationships in services paid by awards that end, within two years of their beginning',
  );
  expect(text).toContain('Relationships cut short by month: mean of each year');
  expect(text).toContain('April 2027 to June 2027 4 4');
  expect(text).not.toContain('31');
});

it('tells the money of each funder where there is more than one', () => {
  const summary = summaryOf();
  const shown = (...funders: string[]) => {
    summary.scenarios[1].measures = funders.map((id): Estimate => ({
      ...{ id: 'spend', by: { kind: 'funder', id }, unit: 'GBP', better: 'neither' },
      ...{ mean: 7e5, low: 6e5, high: 8e5, headline: false },
    }));
    return render(MoneyCompared, { props: { summary, prices: '', isSettled: () => true } }).body;
  };
  expect(shown('The ADP', 'Drug-wise')).toContain('Spent, a year, Drug-wise');
  expect(shown('The ADP')).not.toContain('Spent, a year, The ADP');
});
