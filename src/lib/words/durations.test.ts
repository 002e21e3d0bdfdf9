import { expect, it } from 'vitest';
import { days, DAYS_A_MONTH, lengthOfTime, months, weeks, years } from './durations.ts';

it('says days, weeks, months and years', () => {
  expect(days(0)).toBe('0 days');
  expect(days(0.3)).toBe('less than 1 day');
  expect(days(1)).toBe('1 day');
  expect(weeks(84)).toBe('12 weeks');
  expect(months(36 * DAYS_A_MONTH)).toBe('36 months');
  expect(years(3652.5)).toBe('10 years');
  expect(years(913)).toBe('2.5 years');
  expect(years(20)).toBe('less than 1 year');
});

it.each([
  [0, '0 days'],
  [20, '20 days'],
  [84, '12 weeks'],
  [365.25, '12 months'],
  [40 * DAYS_A_MONTH, '40 months'],
  [36 * DAYS_A_MONTH, '3 years'],
  [42 * DAYS_A_MONTH, '3.5 years'],
  [3652.5, '10 years'],
  [365250, '1,000 years'],
])('takes the unit people would use for %d days: %s', (value, said) => {
  expect(lengthOfTime(value)).toBe(said);
});
