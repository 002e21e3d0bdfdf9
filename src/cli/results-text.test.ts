import { describe, expect, it } from 'vitest';
import type { Difference, Estimate, Summary } from '$lib/comparison/summary.ts';
import type { By, Unit } from '$lib/measures/measure.ts';
import type { Portfolio } from '$lib/portfolio/portfolio.ts';
import { resultsCsv } from './results-csv.ts';
import { resultsText } from './results-text.ts';

const AWARDS: By = { kind: 'funding', id: 'awards' };
const FUNDING: By = { kind: 'reason', id: 'funding-ended' };

type Part = [number | null, number | null, number | null];

interface Row {
  id: string;
  by: By | null;
  unit?: Unit;
  headline?: boolean;
  before: number;
  change: Part;
  dates?: Part;
  effects?: Part;
}

const part = ([difference, low, high]: Part) => ({ difference, low, high });

/** Results of two scenarios, in the shape in which a run gives them. */
function summaryOf(rows: Row[]): Summary {
  const estimate = (
    { id, by, unit = 'per 100', headline = false }: Row,
    mean: number,
  ): Estimate => ({
    id,
    by,
    unit,
    mean,
    low: mean - 1,
    high: mean + 1,
    better: 'lower',
    headline,
  });
  const scenario = (id: string, title: string, measures: Estimate[]) => ({
    ...{ id, title, story: '', measures },
    ...{ series: [], endings: [], threads: [] },
  });
  const differences = rows.map(
    ({ id, by, unit = 'per 100', headline = false, change, dates, effects }): Difference => ({
      ...{ id, by, unit, headline, better: 'lower', shareBetter: 0.96 },
      ...part(change),
      changesDatesAlone: true,
      contractDatesAlone: dates ? part(dates) : null,
      assumedEffects: effects ? part(effects) : null,
    }),
  );
  return {
    engine: '0.1.0+0',
    portfolio: {
      ...{ id: 'town', title: 'Town', hash: '0', notice: 'A model for learning.' },
      ...{ start: '2027-04-01', horizonDays: 3653 },
    },
    seed: 1,
    replications: 200,
    warmUpDays: 0,
    notes: [],
    scenarios: [
      scenario(
        'as-it-is',
        'As it is',
        rows.map((row) => estimate(row, row.before)),
      ),
      scenario(
        'longer',
        'Longer awards',
        rows.map((row) => estimate(row, row.before + (row.change[0] ?? 0))),
      ),
    ],
    comparisons: [{ scenario: 'longer', baseline: 'as-it-is', differences }],
  };
}

const CUT: Row = {
  id: 'cut-short-per-100',
  by: null,
  headline: true,
  before: 10.38,
  change: [-0.65, -0.79, -0.5],
  dates: [-0.4, -0.6, -0.2],
  effects: [-0.3, -0.5, -0.1],
};

const PORTFOLIO = {
  ...{ title: 'Town', question: 'What if?', notice: 'A model for learning.' },
  ...{ start: '2027-04-01', horizonDays: 3653, standards: [] },
  ...{ services: [], localities: [], contracts: [], groups: [], needs: [] },
} as unknown as Portfolio;

/** The text with its lines joined: where they break is not what is tested. */
const textOf = (rows: Row[]) =>
  resultsText(summaryOf(rows), { portfolio: PORTFOLIO, warned: {} }, []).replace(/\s+/g, ' ');

describe('results as text', () => {
  it('says small differences with a decimal, and both parts with their ranges', () => {
    expect(textOf([CUT])).toContain(
      '9.7 of 100 relationships begun are cut short within two years, 0.7 fewer than as it is ' +
        '(between 0.5 and 0.8 fewer); better in 96 of 100 runs. ' +
        'Contract dates alone: 0.4 fewer (0.2 to 0.6). Assumed effects add 0.3 fewer (0.1 to 0.5).',
    );
  });

  it('says what a run is, once', () => {
    expect(textOf([CUT]).match(/Each future is one run/g)).toHaveLength(1);
  });

  it('names no services where all are paid alike', () => {
    expect(textOf([CUT])).not.toMatch(/in all services|paid by awards/i);
  });

  it('shows relationships cut short year by year, in a table alone, those on awards where it can', () => {
    const year = (id: string, before: number, within?: By['within']): Row => ({
      ...{ id: 'cut-short-in-year', by: { kind: 'year', id, within }, unit: 'relationships' },
      ...{ before, change: [-5, -6, -4] },
    });
    const all = [CUT, year('2027-28', 61), year('2028-29', 71)];
    const text = textOf(all);
    expect(text).toMatch(
      /cut short, by the As it is Longer awards financial year in which they end/,
    );
    expect(text).toContain('2027-28 61.0 56.0');
    expect(text).not.toMatch(/cut short in the (financial )?year/);
    const funding = { kind: 'funding', id: 'awards' } as const;
    const split = textOf([...all, year('2027-28', 21, funding), year('2028-29', 31, funding)]);
    expect(split).toMatch(/financial year in which they end, in services paid by awards that end/);
    expect(split).toContain('2028-29 31.0 26.0');
    expect(split).not.toContain('61.0');
  });

  it('shows the money of each funder where there is more than one', () => {
    const paid = (funder: string, id: string, before: number): Row => ({
      ...{ id, by: { kind: 'funder', id: funder }, unit: 'GBP', before, change: [0, 0, 0] },
    });
    const one = [paid('Drug-wise', 'commitment', 2e6), paid('Drug-wise', 'spend', 1e6)];
    expect(textOf([CUT, ...one])).not.toContain('by funder');
    const text = textOf([CUT, ...one, paid('The ADP', 'commitment', 7e5)]);
    expect(text).toContain('Money a year by funder, constant prices');
    expect(text).toContain('Committed, a year, Drug-wise, thousand 2,000 2,000');
    expect(text).toContain('Committed, a year, The ADP, thousand 700 700');
  });

  it('puts services paid by awards first, and says which in every sentence', () => {
    const awards: Row = { ...CUT, by: AWARDS, before: 34.2, change: [-12.4, -14, -11] };
    const ended: Row = {
      ...{ id: 'ended-by', before: 12, change: [-6, -7.2, -5] },
      by: { ...FUNDING, within: { kind: 'funding', id: 'awards' } },
    };
    const left: Row = { ...ended, by: { ...ended.by, id: 'worker-left' } as By };
    const text = textOf([CUT, { ...ended, by: FUNDING, before: 7 }, awards, ended, left]);
    const [tables, sentences] = text.split('Longer awards, compared with');
    const places = [
      'Relationships, in services paid by',
      'How relationships ended: funding ended',
      'How relationships ended: the worker',
      'Relationships, in all services',
    ].map((words) => tables.indexOf(words));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const said of [
      'In services paid by awards that end, 22 of 100 relationships begun are cut short within ' +
        'two years, 12 fewer than as it is (between 11 and 14 fewer)',
      'Funding ended, in services paid by awards that end: 6 of 100 endings come about this way, ' +
        '6 fewer than as it is (between 5 and 7.2 fewer)',
      'In all services, 9.7 of 100 relationships begun',
      'Funding ended, in all services: 1 of 100 endings comes about this way',
    ]) {
      expect(sentences).toContain(said);
    }
  });

  it('says which services of what is not clear, too', () => {
    const unclear: Row = { ...CUT, headline: false, change: [0.1, -0.3, 0.4] };
    expect(textOf([unclear, { ...unclear, by: AWARDS }])).toContain(
      'No clear difference either, in services paid by awards that end, in: Relationships cut ' +
        'short. No clear difference either in: Relationships cut short, in all services.',
    );
  });

  it('names what cannot be told apart from what is not clear', () => {
    const text = textOf([
      { id: 'cut-short-per-100', by: null, headline: true, before: 45, change: [-8, -10, -6] },
      { id: 'workers-per-person', by: null, unit: 'workers', before: 2, change: [0, -1, 1] },
      { id: 'stories-told-again', by: null, before: 2, change: [null, null, null] },
      { id: 'stopped-waiting-share', by: null, before: 2, change: [-8, null, null] },
    ]);
    expect(text).toContain('No clear difference either in: Workers per person.');
    const untold = /Whether there is a difference cannot be told in: ([^.]*)\./.exec(text)?.[1];
    expect(untold?.split('; ').sort()).toEqual([
      'Stopped waiting, of those referred',
      'Stories told again',
    ]);
  });

  it('tells of parts that are clear and leave no clear difference', () => {
    const opposed: Row = { ...CUT, change: [0.1, -0.3, 0.4], effects: [0.5, 0.2, 0.8] };
    expect(textOf([opposed])).toContain(
      'No clear difference from how it is now (between 0.3 fewer and 0.4 more). Contract dates ' +
        'alone: 0.4 fewer (0.2 to 0.6). Assumed effects pull the other way: 0.5 more (0.2 to 0.8).',
    );
  });
});

it('gives both parts with their ranges in the long table', () => {
  const [head, ...rows] = resultsCsv(summaryOf([CUT]))
    .trimEnd()
    .split('\r\n');
  const columns = head.split(',');
  // Every run tells both: it is of all 200.
  expect((rows.at(-1) ?? '').split(',')[columns.indexOf('runs_told')]).toBe('200');
  const row = (rows.at(-1) ?? '').split(',');
  const of = (name: string) => row[columns.indexOf(name)];
  expect(['without_effects', 'without_effects_low', 'without_effects_high'].map(of)).toEqual([
    ...['-0.4', '-0.6', '-0.2'],
  ]);
  expect(['assumed_effects', 'assumed_effects_low', 'assumed_effects_high'].map(of)).toEqual([
    ...['-0.3', '-0.5', '-0.1'],
  ]);
});
