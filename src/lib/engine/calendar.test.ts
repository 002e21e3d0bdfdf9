import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  dayNumber,
  daysInMonth,
  financialYear,
  financialYearTable,
  formatIsoDate,
  fromDayNumber,
  isLeapYear,
  monthIndex,
  monthStart,
  monthStartOnOrAfter,
  monthTable,
  parseIsoDate,
  weekday,
} from './calendar.ts';

const DAY = 86400000;
const days = fc.integer({ min: -900000, max: 900000 });
const on = (text: string) => parseIsoDate(text) as number;

describe('day numbers', () => {
  it("agree with the platform's calendar, years before 0 included", () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(day * DAY);
        expect(fromDayNumber(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(weekday(day)).toBe((date.getUTCDay() + 6) % 7);
      }),
      { numRuns: 5000 },
    );
  });

  it('go there and back, day by day through four centuries', () => {
    const lost: number[] = [];
    for (let day = on('1900-01-01'); day < on('2301-01-01'); day++) {
      const date = fromDayNumber(day);
      if (dayNumber(date.year, date.month, date.day) !== day) lost.push(day);
    }
    expect(lost).toEqual([]);
  });

  it('count from 1970, a Thursday', () => {
    expect([dayNumber(1970, 1, 1), weekday(0), weekday(-1), weekday(3.9)]).toEqual([0, 3, 2, 6]);
    expect(fromDayNumber(0.99)).toEqual({ year: 1970, month: 1, day: 1 });
  });

  it('know leap years', () => {
    expect([2024, 2000, 1900, 2100, 2026, 0].map(isLeapYear)).toEqual([
      true,
      true,
      false,
      false,
      false,
      true,
    ]);
    expect([1, 2, 4, 12].map((month) => daysInMonth(2028, month))).toEqual([31, 29, 30, 31]);
  });
});

describe('parseIsoDate', () => {
  it('reads what formatIsoDate writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719528, max: 2932896 }), (day) => {
        expect(parseIsoDate(formatIsoDate(day))).toBe(day);
      }),
    );
    expect(on('2027-04-01')).toBe(Date.UTC(2027, 3, 1) / DAY);
  });

  it.each([
    '2027-02-29',
    '2100-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-04-31',
    '2027-04-00',
    '2027-4-1',
    '27-04-01',
    ' 2027-04-01',
    '2027-04-01T00:00',
    '',
  ])('does not read %j', (text) => {
    expect(parseIsoDate(text)).toBeNull();
  });
});

describe('months and years', () => {
  it('add up, keeping to the end of a shorter month', () => {
    expect(formatIsoDate(addMonths(on('2027-01-31'), 1))).toBe('2027-02-28');
    expect(formatIsoDate(addMonths(on('2028-01-31'), 1))).toBe('2028-02-29');
    expect(formatIsoDate(addMonths(on('2028-02-29'), 12))).toBe('2029-02-28');
    expect(formatIsoDate(addMonths(on('2027-03-15'), -15))).toBe('2025-12-15');
    fc.assert(
      fc.property(days, fc.integer({ min: -500, max: 500 }), (day, months) => {
        expect(monthIndex(addMonths(day, months))).toBe(monthIndex(day) + months);
      }),
    );
  });

  it('begin on the first', () => {
    expect(formatIsoDate(monthStart(monthIndex(on('2028-02-29'))))).toBe('2028-02-01');
    expect(formatIsoDate(monthStartOnOrAfter(on('2028-02-01')))).toBe('2028-02-01');
    expect(formatIsoDate(monthStartOnOrAfter(on('2028-02-02')))).toBe('2028-03-01');
    expect(formatIsoDate(monthStartOnOrAfter(on('2028-02-01') + 0.5))).toBe('2028-03-01');
    expect(formatIsoDate(monthStartOnOrAfter(on('2028-12-31')))).toBe('2029-01-01');
  });

  it('belong to the financial year that began the April before', () => {
    expect([financialYear(on('2027-03-31')), financialYear(on('2027-04-01'))]).toEqual([
      2026, 2027,
    ]);
  });
});

describe('monthTable and financialYearTable', () => {
  it('cover a span with whole months', () => {
    const { first, boundaries } = monthTable(on('2027-04-01'), -10, 61);
    expect(first).toBe(2027 * 12 + 2);
    expect(Array.from(boundaries)).toEqual([-31, 0, 30, 61]);
    expect(monthTable(on('2027-04-01'), 0, 61.5).boundaries).toHaveLength(4);
  });

  it('cover a span with whole financial years', () => {
    const { first, boundaries } = financialYearTable(on('2027-10-01'), 0, 730);
    expect(first).toBe(2027);
    expect(Array.from(boundaries)).toEqual([-183, 183, 548, 913]);
  });

  it('enclose any span, each stretch as long as its month', () => {
    fc.assert(
      fc.property(
        days,
        fc.double({ min: -5000, max: 5000, noNaN: true }),
        fc.double({ min: 0.001, max: 5000, noNaN: true }),
        (start, from, length) => {
          const { first, boundaries } = monthTable(start, from, from + length);
          expect(boundaries[0]).toBeLessThanOrEqual(from);
          expect(boundaries[1]).toBeGreaterThan(from);
          expect(boundaries[boundaries.length - 1]).toBeGreaterThanOrEqual(from + length);
          expect(boundaries[boundaries.length - 2]).toBeLessThan(from + length);
          for (let i = 0; i + 1 < boundaries.length; i++) {
            const year = Math.floor((first + i) / 12);
            const month = first + i - 12 * year + 1;
            expect(boundaries[i + 1] - boundaries[i]).toBe(daysInMonth(year, month));
          }
        },
      ),
    );
  });

  it('refuse an empty span', () => {
    expect(() => monthTable(0, 5, 5)).toThrow(RangeError);
    expect(() => financialYearTable(0, 0, Infinity)).toThrow(RangeError);
  });
});
