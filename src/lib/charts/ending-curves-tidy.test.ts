import { expect, it } from 'vitest';
import { ALL_BEGUN, endingCurvesTidy } from './ending-curves-tidy.ts';
import { smallMultiplesTidy } from './small-multiples-tidy.ts';

it('says in every row of which relationships it is', () => {
  const curves = { by: null, days: [0, 30], reasons: ['left-early'], shares: [[0, 0.1]] };
  const input = { panels: [{ id: 'now', title: 'As it is', curves }] } as never;
  const of = 'Of 100 relationships begun in services paid by awards that end, by months together';
  const { columns, rows } = endingCurvesTidy(input, of);
  expect(columns[0]).toBe('of');
  expect(rows.map(([first]) => first)).toEqual([of, of]);
  expect(endingCurvesTidy(input).rows[0][0]).toBe(ALL_BEGUN);
});

it('says in every row of months what is counted', () => {
  const line = { label: 'As it is', values: [4, 5] };
  const input = { start: '2027-04-01', unit: 'people', panels: [{ title: 'Town', lines: [line] }] };
  const { columns, rows } = smallMultiplesTidy(input as never, 'People waiting, by month');
  expect(columns).toHaveLength(rows[0].length);
  expect(rows.map(([measure]) => measure)).toEqual(Array(2).fill('People waiting, by month'));
});
