import { describe, expect, it } from 'vitest';
import { readQuantity } from '../formula/read-quantity.ts';
import type { Quantity } from '../portfolio/portfolio.ts';
import { writtenValue } from './written-value.ts';

function figure(written: string): Quantity {
  const { value } = readQuantity(written, 'any', '');
  if (!value) throw new Error(written);
  return { ...value, grade: 'assumption', path: 'assumptions.x' };
}

describe('writtenValue', () => {
  it.each([
    ['8.0% per month', '12% per month', '12% per month'],
    ['9% within a month', '20% within a month', '20% within a month'],
    ['12 weeks', '3 months', '13 weeks'],
    ['0.33', '0.1', '0.1'],
    ['1.6 times as long', '2', '2 times as long'],
    ['40%', '7.25%', '7.25%'],
    ['46000 GBP per year', '51234 GBP per year', '51200 GBP per year'],
  ])('writes beside “%s” the value of “%s” as “%s”', (words, other, expected) => {
    expect(writtenValue(figure(words), figure(other).value)).toBe(expected);
  });

  it('refuses words that cannot say the value', () => {
    expect(() => writtenValue(figure('40%'), 1.5)).toThrow(RangeError);
  });
});
