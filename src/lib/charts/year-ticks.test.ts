import { expect, it } from 'vitest';
import { yearTicks } from './year-ticks.ts';

it('marks the first of January of each year, fewer where room is short', () => {
  const all = yearTicks('2027-04-01', 0, 3653, 20);
  expect(all.map(({ label }) => label)).toEqual(
    Array.from({ length: 10 }, (_, index) => `${2028 + index}`),
  );
  expect(all[0].day).toBe(275);
  expect(yearTicks('2027-04-01', 0, 3653, 5).map(({ label }) => label)).toEqual([
    '2028',
    '2030',
    '2032',
    '2034',
    '2036',
  ]);
});

it('marks a new year that a span begins or ends with', () => {
  expect(yearTicks('2027-04-01', 0, 275, 5)).toEqual([{ day: 275, label: '2028' }]);
  expect(yearTicks('2027-04-01', 275, 300, 5)).toEqual([{ day: 275, label: '2028' }]);
  expect(yearTicks('2027-04-01', 0, 274, 5)).toEqual([]);
  expect(yearTicks('2027-04-01', 276, 300, 5)).toEqual([]);
});

it('has none in a span without a new year', () => {
  expect(yearTicks('2027-04-01', 0, 200, 5)).toEqual([]);
});
