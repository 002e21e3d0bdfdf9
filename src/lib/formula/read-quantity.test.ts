import { describe, expect, it } from 'vitest';
import { readQuantity, type Expected } from './read-quantity.ts';

function value(text: string | number, expected: Expected, tail: string[] = []): number | string {
  const { value, findings } = readQuantity(text, expected, 'here', tail);
  return value ? value.value : findings[0].code;
}

describe('readQuantity', () => {
  it('reads every unit into days, pounds and people', () => {
    expect(value('12 weeks', 'time')).toBe(84);
    expect(value('6 months', 'time')).toBe((365.25 / 12) * 6);
    expect(value('40 minutes', 'time')).toBeCloseTo(40 / 1440, 15);
    expect(value('11 per month', 'people-rate')).toBeCloseTo((11 * 12) / 365.25, 15);
    expect(value('20 per week', 'people-rate')).toBeCloseTo(20 / 7, 15);
    expect(value('46000 GBP per year', 'money-rate')).toBeCloseTo(46000 / 365.25, 12);
    expect(value('270000 GBP per financial year', 'money-rate')).toBeCloseTo(270000 / 365.25, 12);
    expect(value('13500 GBP each', 'money-each')).toBe(13500);
    expect(value('24000 GBP', 'money')).toBe(24000);
    expect(value('45%', 'share')).toBe(0.45);
    expect(value('1.6 times as long', 'number')).toBe(1.6);
    expect(value(12, 'number')).toBe(12);
    expect(value('2% per minute', 'rate')).toBeCloseTo(0.02 * 1440, 12);
  });

  it('tells a rate from a chance', () => {
    expect(value('9% per month', 'rate')).toBeCloseTo((0.09 * 12) / 365.25, 15);
    const hazard = -Math.log(0.91) / (365.25 / 12);
    expect(value('9% within a month', 'rate')).toBeCloseTo(hazard, 15);
    expect(value('9% within 1 month', 'rate')).toBeCloseTo(hazard, 15);
    expect(value('80% within a year', 'yearly-chance')).toBe(0.8);
    expect(value('80% within 2 years', 'yearly-chance')).toBeCloseTo(Math.sqrt(0.8), 14);
    expect(value('80% per year', 'yearly-chance')).toBe('unit-wrong');
    expect(value('100% within a year', 'rate')).toBe('chance-without-rate');
    expect(value('100% within a year', 'yearly-chance')).toBe(1);
    expect(value('120% within a year', 'rate')).toBe('share-above-all');
    expect(value('120% within a year', 'money')).toBe('unit-wrong');
  });

  it('reads rises and calendar months', () => {
    expect(value('3% per year', 'yearly-rise')).toBeCloseTo(0.03, 15);
    expect(value('-2% per year', 'yearly-rise')).toBeCloseTo(-0.02, 15);
    expect(value('3 years', 'calendar-months')).toBe(36);
    expect(value('12 weeks', 'calendar-months')).toBe('unit-wrong');
    expect(value('1.5 months', 'calendar-months')).toBe('figure-not-whole');
  });

  it('allows the endings that belong to a place, and no others', () => {
    expect(value('2 weeks before it ends', 'time', ['before it ends'])).toBe(14);
    expect(value('2 weeks before it ends', 'time')).toBe('figure-not-readable');
  });

  it.each([
    ['', 'figure-not-readable'],
    ['12', 'unit-missing'],
    ['12 moons', 'figure-not-readable'],
    ['12 weeks ago', 'figure-not-readable'],
    ['1,200 weeks', 'figure-not-readable'],
    ['12weeks', 'figure-not-readable'],
    ['12 per weeks', 'figure-not-readable'],
    ['12 gbp', 'figure-not-readable'],
    ['£12', 'figure-not-readable'],
    ['0x10 weeks', 'figure-not-readable'],
    ['1e999 weeks', 'figure-not-readable'],
    ['1e20 weeks', 'figure-too-large'],
    ['-1 weeks', 'figure-negative'],
    ['5% within 0 months', 'figure-not-readable'],
    ['9'.repeat(500), 'figure-not-readable'],
  ])('refuses “%s” as a time', (text, code) => {
    expect(value(text, 'time')).toBe(code);
  });

  it('refuses numbers that are none', () => {
    expect(value(Infinity, 'number')).toBe('figure-not-readable');
    expect(value(NaN, 'number')).toBe('figure-not-readable');
  });
});
