import { expect, it } from 'vitest';
import type { Unit } from '../measures/measure.ts';
import { change, changeBetween } from './changes.ts';

it.each<[number, Unit, string]>([
  [-8.2, 'per 100', '8 fewer'],
  [8.2, 'per 100', '8 more'],
  [-0.3, 'per 100', 'less than 1 fewer'],
  [0, 'per 100', 'no difference'],
  [-3, 'days', '3 days less'],
  [1, 'per cent', '1 percentage point higher'],
  [0.4, 'per cent', 'less than 1 percentage point higher'],
  [-5, 'per cent', '5 percentage points lower'],
  [-40000, 'GBP', '£40,000 less'],
  [120, 'GBP each', '£120 each more'],
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
  [-3, -0.2, 'per 100', 'between less than 1 and 3 fewer'],
  [-8.2, -7.9, 'per 100', 'within 1 either way'],
  [0.1, 0.3, 'per 100', 'less than 1 more'],
  [-0.3, 0, 'per 100', 'less than 1 fewer'],
  [0, 0, 'per 100', 'no difference'],
  [0, 4, 'per 100', 'between 0 and 4 more'],
  [-12, -9.8, 'days', 'between 10 and 12 days less'],
  [20000, 60000, 'GBP', 'between £20,000 and £60,000 more'],
  [-1500000, 2000000, 'GBP', 'between £1.5 million less and £2 million more'],
])('says a change between %d and %d %s', (low, high, unit, said) => {
  expect(changeBetween(low, high, unit)).toBe(said);
});
