import { expect, it } from 'vitest';
import type { Unit } from '../measures/measure.ts';
import { between, cell, figure, unitHeading } from './figures.ts';

it.each<[number | null, Unit, string, string]>([
  [37.2, 'per 100', 'relationships begun', '37 of 100 relationships begun'],
  [0.2, 'per 100', 'people', 'fewer than 1 of 100 people'],
  [4.26, 'per 1,000', 'people', '4.3 of 1,000 people'],
  [23.4, 'days', '', '23 days'],
  [1, 'days', '', '1 day'],
  [4.26, 'days', '', '4.3 days'],
  [0.01, 'days', '', 'less than 0.1 days'],
  [1, 'people', '', '1 person'],
  [1234.5, 'people', '', '1,235 people'],
  [37, 'per cent', '', '37%'],
  [0.2, 'per cent', '', 'less than 1%'],
  [2412000, 'GBP', '', '£2.4 million'],
  [950, 'GBP each', '', '£950 each'],
  [1.84, 'workers', '', '1.8 workers'],
  [0.126, 'ratio', '', '0.13'],
  [1.003, 'ratio', '', '1.00'],
  [1.02, 'ratio', '', '1.02'],
  [12.34, 'ratio', '', '12.3'],
  [0, 'ratio', '', '0'],
  [0, 'posts', '', '0 posts'],
  [null, 'GBP', '', 'cannot tell'],
])('says %d %s as a figure', (value, unit, who, said) => {
  expect(figure(value, unit, who)).toBe(said);
});

it.each<[number, number, Unit, string]>([
  [34.1, 39.8, 'per 100', 'between 34 and 40'],
  [36.9, 37.2, 'per 100', 'about 37'],
  [0.2, 3, 'per 100', 'between less than 1 and 3'],
  [20.2, 25, 'days', 'between 20 and 25 days'],
  [0.6, 1, 'people', 'between 0.6 and 1 person'],
  [1200000, 1400000, 'GBP', 'between £1.2 million and £1.4 million'],
  [34, 40, 'per cent', 'between 34 and 40%'],
  [-3, 4, 'ratio', 'between minus 3.00 and 4.00'],
  [0.981, 1.004, 'ratio', 'between 0.98 and 1.00'],
  // Both ends to one step, and neither off by much of the width.
  [949_813, 1_037_532, 'GBP', 'between £950,000 and £1.038 million'],
  [1_059_417, 1_116_356, 'GBP', 'between £1.06 million and £1.12 million'],
  [2_110_036, 2_216_884, 'GBP', 'between £2.11 million and £2.22 million'],
  [2_152_226, 2_254_224, 'GBP', 'between £2.15 million and £2.25 million'],
  [2_039, 2_061, 'GBP each', 'between £2,040 and £2,060 each'],
  [300, 60_000, 'GBP', 'between less than £1,000 and £60,000'],
  [-480, 5_445, 'GBP', 'between minus £500 and £5,400'],
  // As finely as the figure between them.
  [2.5, 10.6, 'days', 'between 2.5 and 10.6 days'],
  [0.5, 10.9, 'days', 'between 0.5 and 10.9 days'],
  [9.5, 23.2, 'days', 'between 10 and 23 days'],
])('says the range from %d to %d %s', (low, high, unit, said) => {
  expect(between(low, high, unit)).toBe(said);
});

it.each<[number, Unit, number, string]>([
  [9.8, 'per 100', 0.1, '9.8 of 100 people'],
  [10, 'per 100', 0.1, '10.0 of 100 people'],
  [23.42, 'days', 0.1, '23.4 days'],
  [2039, 'GBP each', 1, '£2,039 each'],
  [0.02, 'per cent', 0.1, 'less than 0.1%'],
])('says %d %s to a step of %d where it must be told apart', (value, unit, step, said) => {
  expect(figure(value, unit, 'people', step)).toBe(said);
});

it('says a range no more coarsely than the figure beside it', () => {
  expect(between(2_110_036, 2_216_884, 'GBP', 10_000)).toBe(
    'between £2.11 million and £2.22 million',
  );
  expect(between(2_110_036, 2_216_884, 'GBP', 1_000)).toBe(
    'between £2.11 million and £2.217 million',
  );
  expect(between(9.5, 11.2, 'per 100', 0.1)).toBe('between 9.5 and 11.2');
});

it('fills cells of tables', () => {
  expect(cell(2412345.6, 'GBP')).toBe('£2,412,346');
  expect(cell(-3, 'days')).toBe('−3');
  expect(cell(null, 'days')).toBe('cannot tell');
  expect(unitHeading('per 100')).toBe('of 100');
});
