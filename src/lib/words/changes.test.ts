import { expect, it } from 'vitest';
import type { Unit } from '../measures/measure.ts';
import { change, changeBetween, rangeShort } from './changes.ts';

it.each<[number, Unit, string]>([
  [-8.2, 'per 100', '8.2 fewer'],
  [8.2, 'per 100', '8.2 more'],
  [-12.4, 'per 100', '12 fewer'],
  [-0.65, 'per 100', '0.7 fewer'],
  [-0.03, 'per 100', '0.03 fewer'],
  [-0.003, 'per 100', 'less than 0.01 fewer'],
  [0, 'per 100', 'no difference'],
  [-3, 'days', '3 days less'],
  [1, 'per cent', '1 percentage point higher'],
  [0.4, 'per cent', '0.4 percentage points higher'],
  [-5, 'per cent', '5 percentage points lower'],
  [-40000, 'GBP', '£40,000 less'],
  [120, 'GBP each', '£120 more each'],
  [0.12, 'workers', '0.12 more'],
])('says a change of %d %s', (value, unit, said) => {
  expect(change(value, unit)).toBe(said);
});

it('takes the words of the measure', () => {
  expect(change(-3, 'days', { less: 'shorter', more: 'longer' })).toBe('3 days shorter');
});

it.each<[number, number, Unit, string]>([
  [-10, -6, 'per 100', 'between 6 and 10 fewer'],
  [6, 10, 'per 100', 'between 6 and 10 more'],
  [-2, 3, 'per 100', 'between 2 fewer and 3 more'],
  [-3, -0.2, 'per 100', 'between 0.2 and 3 fewer'],
  [-0.79, -0.5, 'per 100', 'between 0.5 and 0.8 fewer'],
  [-0.3, 0.4, 'per 100', 'between 0.3 fewer and 0.4 more'],
  [-8.2, -7.9, 'per 100', 'between 7.9 and 8.2 fewer'],
  [0.1, 0.3, 'per 100', 'between 0.1 and 0.3 more'],
  [-0.3, 0, 'per 100', 'between 0 and 0.3 fewer'],
  [-13.4, -12.6, 'per 100', 'between 12.6 and 13.4 fewer'],
  [-8.04, -8.01, 'per 100', 'between 8.01 and 8.04 fewer'],
  [-8.004, -8.001, 'per 100', 'about 8 fewer'],
  [-0.62, -0.04, 'per 100', 'between 0.04 and 0.62 fewer'],
  [-0.02, 0.4, 'per 100', 'between 0.02 fewer and 0.40 more'],
  [0.001, 0.003, 'per 100', 'less than 0.01 more'],
  [-6, -6, 'per 100', 'the same in every run'],
  [0, 0, 'per 100', 'no difference'],
  [0, 4, 'per 100', 'between 0 and 4 more'],
  [-12, -9.8, 'days', 'between 9.8 and 12 days less'],
  [-12.2, -10.8, 'days', 'between 11 and 12 days less'],
  [0.2, 0.34, 'people', 'between 0.2 and 0.3 more'],
  [1180000, 1240000, 'GBP', 'between £1.18 million and £1.24 million more'],
  [12100, 12400, 'GBP', 'between £12,100 and £12,400 more'],
  [70000, 70000.00000001, 'GBP', 'the same in every run'],
  [20000, 60000, 'GBP', 'between £20,000 and £60,000 more'],
  [5, 39, 'GBP each', 'between £5 and £39 more each'],
  [-1500000, 2000000, 'GBP', 'between £1.5 million less and £2 million more'],
])('says a change between %d and %d %s', (low, high, unit, said) => {
  expect(changeBetween(low, high, unit)).toBe(said);
});

it.each<[number, number, Unit, string]>([
  [-0.6, -0.2, 'per 100', '0.2 to 0.6'],
  [-0.1, 0.3, 'per 100', '0.1 fewer to 0.3 more'],
  [0.2, 0.6, 'days', '0.2 to 0.6'],
  [-0.1, 0.3, 'days', '0.1 less to 0.3 days more'],
  [0, 0.3, 'days', '0 to 0.3 days more'],
  [20000, 60000, 'GBP', '£20,000 to £60,000'],
  [5, 39, 'GBP each', '£5 to £39'],
  [0.5, 0.5, 'per 100', 'the same in every run'],
  [0.5001, 0.5003, 'per 100', 'about 0.50'],
])('says the range from %d to %d %s in brackets', (low, high, unit, said) => {
  expect(rangeShort(low, high, unit)).toBe(said);
});
