import { expect, it } from 'vitest';
import { axisNumber, axisNumbers } from './axis-number.ts';

it('says a number as short as can be', () => {
  expect([20, 0.5, -3].map((value) => axisNumber(value, 'people'))).toEqual(['20', '0.50', '−3']);
  expect(axisNumber(40, 'per cent')).toBe('40%');
  expect(axisNumber(2_000_000, 'GBP')).toBe('£2m');
});

it('tells the numbers along a narrow axis apart', () => {
  expect(axisNumbers([1.1, 1.12, 1.14], 'people')).toEqual(['1.10', '1.12', '1.14']);
  expect(axisNumbers([0, 0.001, 0.002], 'per cent')).toEqual(['0.000%', '0.001%', '0.002%']);
  expect(axisNumbers([0, 10, 20], 'people')).toEqual(['0', '10', '20']);
  const money = [2_150_000, 2_200_000, 2_250_000];
  expect(axisNumbers(money, 'GBP')).toEqual(['£2.15m', '£2.2m', '£2.25m']);
  const near = [10_000, 10_400, 10_800];
  expect(axisNumbers(near, 'GBP')).toEqual(['£10,000', '£10,400', '£10,800']);
});
