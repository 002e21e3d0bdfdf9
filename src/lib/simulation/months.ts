import { addMonths, financialYear, monthStartOnOrAfter } from '../engine/calendar.ts';

/**
 * Days, from `startDay`, at which recorded months begin, and the day after the
 * last. The first begins at the start, whatever the day of the month; the
 * others on the first of a calendar month.
 */
export function monthStartsFrom(startDay: number, days: number): Float64Array {
  const starts = [0];
  let next = monthStartOnOrAfter(startDay + 1);
  while (next - startDay < days - 0.5) {
    starts.push(next - startDay);
    next = addMonths(next, 1);
  }
  starts.push(days);
  return Float64Array.from(starts);
}

/** Number of recorded months that begin before the horizon. */
export function horizonMonthsOf(startDay: number, horizonDays: number): number {
  return monthStartsFrom(startDay, horizonDays).length - 1;
}

/** Year in which the financial year of a day number begins. */
export function financialYearOf(dayNumber: number): number {
  return financialYear(dayNumber);
}
