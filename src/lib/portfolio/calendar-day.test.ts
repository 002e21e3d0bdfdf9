import { describe, expect, it } from 'vitest';
import { calendarDay, daysToMonthsOn } from './calendar-day.ts';

describe('calendarDay', () => {
  it('agrees with the calendar of the platform over three centuries', () => {
    for (let day = -25000; day < 84000; day += 17) {
      const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
      expect(calendarDay(text)).toBe(day);
    }
  });

  it.each(['2027-02-29', '2027-13-01', '2027-00-01', '2027-04-31', '27-04-01', '2027-4-1', ''])(
    'refuses “%s”',
    (text) => expect(calendarDay(text)).toBeNull(),
  );
});

describe('daysToMonthsOn', () => {
  it.each([
    ['2026-04-01', 60, 1826],
    ['2027-04-01', 60, 1827],
    ['2027-01-31', 1, 28],
    ['2027-12-15', 2, 62],
    ['2099-04-01', 12, 365],
  ])('counts the days from %s to %i months on', (date, months, days) => {
    expect(daysToMonthsOn(date, months)).toBe(days);
  });
});
