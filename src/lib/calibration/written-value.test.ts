import { describe, expect, it } from 'vitest';
import { readQuantity } from '../formula/read-quantity.ts';
import type { RangedQuantity } from '../portfolio/uncertain-inputs.ts';
import { writtenValue } from './written-value.ts';

function valueOf(written: string) {
  const { value } = readQuantity(written, 'any', '');
  if (!value) throw new Error(written);
  return value;
}

function figure(written: string, low: string, high: string): RangedQuantity {
  const ends = { low: valueOf(low).value, high: valueOf(high).value };
  return { ...valueOf(written), ...ends, grade: 'assumption', path: 'assumptions.x' };
}

describe('writtenValue', () => {
  it.each([
    ['8.0% per month', '6% per month', '15% per month', '12% per month', '12% per month'],
    [
      '9% within a month',
      '1% within a month',
      '99% within a month',
      '20% within a month',
      '20% within a month',
    ],
    ['12 weeks', '4 weeks', '26 weeks', '3 months', '13 weeks'],
    ['0.33', '0', '0.6', '0.1', '0.1'],
    ['1.6 times as long', '1', '3', '2', '2 times as long'],
    ['40%', '0%', '80%', '7.25%', '7.25%'],
    [
      '46000 GBP per year',
      '1 GBP per year',
      '90000 GBP per year',
      '51234 GBP per year',
      '51200 GBP per year',
    ],
  ])('writes “%s” (%s to %s) with the value of “%s” as “%s”', (words, low, high, to, expected) => {
    expect(writtenValue(figure(words, low, high), valueOf(to).value)).toBe(expected);
  });

  it.each([
    ['0', '-0.4', '0.6', '-0.25', '-0.25'],
    ['0.2', '-0.6', '0.6', '-0.6', '-0.6'],
    ['-0.1', '-0.4', '0.6', '0.0583', '0.0583'],
    ['+5% per month', '-5% per month', '10% per month', '-2% per month', '-2% per month'],
    ['0.33', '0', '0.6', '0', '0'],
    ['0.33', '-0.6', '0.6', '1e-17', '0'],
    ['40%', '0%', '80%', '0%', '0%'],
    ['120%', '50%', '180%', '150%', '150%'],
    ['1e-7', '0', '1', '3e-7', '3e-7'],
  ])('writes “%s” (%s to %s) with the value of “%s” as “%s”', (words, low, high, to, expected) => {
    expect(writtenValue(figure(words, low, high), valueOf(to).value)).toBe(expected);
  });

  it.each([
    ['8% per month', '6% per month', '9.256% per month', 9.2558 / 100, '9.256% per month'],
    ['8% per month', '7.004% per month', '9% per month', 7.0041 / 100, '7.004% per month'],
    ['8% per month', '7.004% per month', '9% per month', 7.02 / 100, '7.02% per month'],
  ])('leaves no range when it rounds: “%s” (%s to %s)', (words, low, high, aMonth, expected) => {
    expect(writtenValue(figure(words, low, high), (aMonth * 12) / 365.25)).toBe(expected);
  });

  it('writes a chance that may be certain as the chance that it is', () => {
    const sure = { value: 0.85, low: 0.7, high: 1, dimension: 'share' as const };
    const chance = { ...figure('1', '0', '2'), ...sure, written: '85% within a year' };
    expect(writtenValue(chance, 0.9)).toBe('90% within a year');
    expect(writtenValue(chance, 1)).toBe('100% within a year');
  });

  it('leaves no range that is written in other units', () => {
    const weeks = figure('12 weeks', '4 weeks', '4 months');
    const { value } = valueOf(writtenValue(weeks, weeks.high));
    expect(value).toBeLessThanOrEqual(weeks.high);
    expect(value).toBeGreaterThan(0.999 * weeks.high);
  });

  it('refuses words that cannot say the value', () => {
    expect(() => writtenValue(figure('40%', '0%', '80%'), NaN)).toThrow(RangeError);
    expect(() => writtenValue({ ...figure('1', '0', '2'), written: 'some' }, 1)).toThrow(
      RangeError,
    );
  });
});
