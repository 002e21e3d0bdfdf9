import { expect, it } from 'vitest';
import { money, moneyExact } from './money.ts';

it.each([
  [0, '£0'],
  [0.2, 'less than £1'],
  [-0.2, 'minus less than £1'],
  [950.4, '£950'],
  [1049, '£1,000'],
  [3240, '£3,200'],
  [46000, '£46,000'],
  [45960, '£46,000'],
  [268000, '£268,000'],
  [999600, '£1 million'],
  [1282913, '£1.3 million'],
  [2400000, '£2.4 million'],
  [-2400000, 'minus £2.4 million'],
  [12345678, '£12.3 million'],
  [1249000000, '£1.2 billion'],
])('says %d as %s', (pounds, said) => {
  expect(money(pounds)).toBe(said);
});

it('keeps every pound for tables', () => {
  expect(moneyExact(1282913.4)).toBe('£1,282,913');
  expect(moneyExact(-5)).toBe('minus £5');
});

it.each([
  [2412300, 10_000, '£2.41 million'],
  [2412300, 1_000, '£2.412 million'],
  [2412345, 100, '£2,412,300'],
  [2400000, 10_000, '£2.4 million'],
  [-12340, 100, 'minus £12,300'],
])('gives %d more digits for a step of %d: %s', (pounds, step, said) => {
  expect(money(pounds, step)).toBe(said);
});
