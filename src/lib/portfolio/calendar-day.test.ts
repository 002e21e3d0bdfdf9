import { describe, expect, it } from 'vitest';
import { calendarDay } from './calendar-day.ts';

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
