import { describe, expect, test } from 'vitest';
import type { Quantity } from '../portfolio/portfolio.ts';
import { rangeInWords, valueInWords, writtenInWords } from './figure-in-words.ts';

const month = 365.25 / 12;

function quantity(
  written: string,
  value: number,
  low?: number,
  high?: number,
  dimension: Quantity['dimension'] = 'share',
): Quantity {
  return { written, value, low, high, dimension, grade: 'assumption', path: 'a' };
}

describe('a number of a model in words', () => {
  test.each([
    ['52000 GBP per year', '£52,000 per year'],
    ['13500 GBP each', '£13,500 each'],
    ['9% per month', '9% per month'],
    ['12 weeks', '12 weeks'],
    ['open-ended', 'open-ended'],
  ])('%s reads %s', (written, words) => {
    expect(writtenInWords({ written })).toBe(words);
  });

  test.each([
    ['12 weeks', 84, 'time', 65, '9.29 weeks'],
    ['70% within a year', 0.7, 'share', 0.4, '40% within a year'],
    ['45000 GBP per year', 45000 / 365.25, 'money-rate', 48000 / 365.25, '£48,000 per year'],
    // Nothing tells how a best value of 0 was turned into base units.
    ['0%', 0, 'share', 0.25, '25%'],
    ['0 weeks', 0, 'time', 10, '10 days'],
  ] as const)('%s: another value in the same words', (written, best, dimension, value, words) => {
    expect(valueInWords({ written, best, dimension }, value)).toBe(words);
  });

  test('without a range has none', () => {
    expect(rangeInWords(quantity('12', 12))).toBeNull();
  });

  test.each([
    ['a number', quantity('12', 12, 10, 14), '10 to 14'],
    [
      'a rate of people',
      quantity('11 per month', 11 / month, 7 / month, 16 / month),
      '7 to 16 per month',
    ],
    ['a share', quantity('45%', 0.45, 0.315, 0.585), '31.5 to 58.5%'],
    [
      'money by the year',
      quantity('52000 GBP per year', 52000 / 365.25, 36400 / 365.25, 67600 / 365.25),
      '£36,400 to £67,600 per year',
    ],
    [
      'a chance turned into a rate',
      quantity(
        '9% within a month',
        -Math.log(0.91) / month,
        -Math.log(0.94) / month,
        -Math.log(0.87) / month,
        'rate',
      ),
      '6 to 13% within a month',
    ],
    [
      'a chance within a year that stays a chance',
      quantity('80% within a year', 0.8, 0.6, 0.95),
      '60 to 95% within a year',
    ],
    [
      'a chance within half a year, kept as one within a year',
      quantity('90% within 6 months', 0.81, 0.64, 0.9025),
      '80 to 95% within 6 months',
    ],
  ])('gives the range of %s in its own units', (_, figure, words) => {
    expect(rangeInWords(figure)).toBe(words);
  });

  test('says no range where the file writes words', () => {
    expect(rangeInWords(quantity('open-ended', 0, 1, 2))).toBeNull();
  });
});
