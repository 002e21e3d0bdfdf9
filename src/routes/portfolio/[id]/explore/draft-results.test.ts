import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import type { Difference, Estimate, Summary } from '$lib/comparison/summary.ts';
import type { Unit } from '$lib/measures/measure.ts';
import { DRAFT } from '$lib/state/live-run.svelte.ts';
import DraftResults from './DraftResults.svelte';

/** A measure as it is now, what the draft makes of it, and how far the range goes either way. */
type Row = [id: string, unit: Unit, now: number, change: number, margin: number];

const ROWS: Row[] = [
  ['cut-short-per-100', 'per 100', 9.6, -1.4, 0.3],
  ['kept-a-worker-a-year', 'per 100', 39.7, 0.6, 0.2],
  ['spend', 'GBP', 2.204e6, 45_000, 2_000],
];

const like = ([id, unit]: Row) =>
  ({ ...{ id, unit }, by: null, better: 'lower', headline: true }) as const;

function summaryOf(rows: Row[], part: Difference['contractDatesAlone']): Summary {
  const scenario = (id: string, mean: (row: Row) => number) => ({
    ...{ id, title: id, story: '', series: [], endings: [], threads: [] },
    measures: rows.map((row): Estimate => ({ ...like(row), mean: mean(row), low: 0, high: 0 })),
  });
  return {
    engine: '0',
    portfolio: {
      ...{ id: 'town', title: 'Town', hash: '0', notice: '' },
      ...{ start: '2027-04-01', horizonDays: 3653 },
    },
    ...{ seed: 1, replications: 200, warmUpDays: 0, notes: [] },
    scenarios: [
      scenario('as-it-is', ([, , now]) => now),
      scenario(DRAFT, ([, , now, change]) => now + change),
    ],
    comparisons: [
      {
        ...{ scenario: DRAFT, baseline: 'as-it-is' },
        differences: rows.map((row): Difference => {
          const [, , , change, margin] = row;
          return {
            ...{ ...like(row), difference: change, low: change - margin, high: change + margin },
            ...{ shareBetter: 0.96, contractDatesAlone: part, assumedEffects: part },
          };
        }),
      },
    ],
  };
}

function textOf(isSettled: boolean, part: Difference['contractDatesAlone'] = null): string {
  const props = { summary: summaryOf(ROWS, part), id: DRAFT, isSettled, names: {} };
  const { body } = render(DraftResults, { props });
  return body
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

it('says both figures of a row so finely that a clear difference can be seen between them', () => {
  const text = textOf(true);
  for (const row of [
    '9.6 of 100 8.2 of 100 1.4 fewer',
    '39.7 of 100 40.3 of 100 0.6 more',
    '£2.2 million £2.25 million £45,000 more',
  ]) {
    expect(text).toContain(row);
  }
});

it('says figures of a first look no finer than usual', () => {
  expect(textOf(false)).toContain('10 of 100 8 of 100 …');
});

it('says what is left without assumed effects once that is worked out', () => {
  expect(textOf(true)).not.toContain('Where the change comes from');
  expect(textOf(true, { difference: -0.7, low: -0.9, high: -0.5 })).toContain(
    'Where the change comes from: Relationships cut short. With every assumed effect switched ' +
      'off: 0.7 fewer (0.5 to 0.9). Assumed effects add 0.7 fewer (0.5 to 0.9).',
  );
});
