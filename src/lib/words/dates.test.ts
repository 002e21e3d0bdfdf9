import { describe, expect, it } from 'vitest';
import {
  dateAfter,
  dateInWords,
  dateOfDayNumber,
  dayNumberOf,
  daysAfterMonths,
  daysUntil,
  financialYear,
  hourInWords,
  monthInWords,
  readIsoDate,
  weekdayInWords,
  weekdaysInWords,
  weekdayShort,
} from './dates.ts';

describe('dates', () => {
  it('says the day after a number of days, over leap years', () => {
    expect(dateInWords('2027-04-01')).toBe('1 April 2027');
    expect(dateInWords('2027-04-01', 366)).toBe('1 April 2028');
    expect(dateInWords('2027-04-01', 365.9)).toBe('31 March 2028');
    expect(dateInWords('2027-04-01', -1)).toBe('31 March 2027');
  });

  it('counts days as the platform does, from 1600 to 2400', () => {
    for (let year = 1600; year <= 2400; year += 1) {
      for (const [month, day] of [
        [1, 1],
        [2, 28],
        [3, 1],
        [12, 31],
      ]) {
        const number = dayNumberOf({ year, month, day });
        expect(number).toBe(Date.UTC(year, month - 1, day) / 86400000);
        expect(dateOfDayNumber(number)).toEqual({ year, month, day });
      }
    }
  });

  it('reads only whole dates', () => {
    expect(readIsoDate('2027-04-01')).toEqual({ year: 2027, month: 4, day: 1 });
    expect(() => readIsoDate('April 2027')).toThrow(RangeError);
    expect(daysUntil('2027-04-01', { year: 2028, month: 1, day: 1 })).toBe(275);
    expect(dateAfter('2027-04-01', 275)).toEqual({ year: 2028, month: 1, day: 1 });
  });

  it('says months and financial years', () => {
    expect(monthInWords('2027-04-01', 0)).toBe('April 2027');
    expect(monthInWords('2027-04-01', 9)).toBe('January 2028');
    expect(monthInWords('2027-04-01', -4)).toBe('December 2026');
    expect(financialYear({ year: 2027, month: 3, day: 31 })).toBe('2026-27');
    expect(financialYear({ year: 2099, month: 4, day: 1 })).toBe('2099-00');
  });

  it('adds whole calendar months and stays inside shorter ones', () => {
    expect(dateInWords('2027-04-01', daysAfterMonths('2027-04-01', 183, 12))).toBe(
      '1 October 2028',
    );
    expect(dateInWords('2027-01-31', daysAfterMonths('2027-01-31', 0, 1))).toBe('28 February 2027');
    expect(dateInWords('2027-01-31', daysAfterMonths('2027-01-31', 0, 11))).toBe(
      '31 December 2027',
    );
    expect(daysAfterMonths('2027-04-01', 183, 0)).toBe(183);
  });

  it('says weekdays and hours', () => {
    expect(weekdayInWords(0)).toBe('Monday');
    expect(weekdayShort(6)).toBe('Sun');
    expect(weekdaysInWords([4, 0, 1, 2, 3, 0])).toBe('Mon to Fri');
    expect(weekdaysInWords([1, 3])).toBe('Tue and Thu');
    expect(weekdaysInWords([0, 1, 4])).toBe('Mon, Tue and Fri');
    expect(weekdaysInWords([])).toBe('');
    expect(hourInWords(0)).toBe('12am');
    expect(hourInWords(10)).toBe('10am');
    expect(hourInWords(12)).toBe('noon');
    expect(hourInWords(14.5)).toBe('2:30pm');
    expect(hourInWords(9.0834)).toBe('9:05am');
    expect(hourInWords(24)).toBe('12am');
  });
});
