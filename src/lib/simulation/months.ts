import { addMonths, financialYear, monthStartOnOrAfter } from '../engine/calendar.ts';

/**
 * Days, from `startDay`, at which recorded months begin, and the day after the
 * last. The first begins at the start, whatever the day of the month; the
 * others on the first of a calendar month. One more begins at the horizon, so
 * that what is counted up to it holds not a day more.
 */
export function monthStartsFrom(startDay: number, horizonDays: number, days: number): Float64Array {
  const starts = [0];
  let next = monthStartOnOrAfter(startDay + 1);
  while (next - startDay < days) {
    const day = next - startDay;
    const last = starts[starts.length - 1];
    if (last < horizonDays && day > horizonDays) starts.push(horizonDays);
    starts.push(day);
    next = addMonths(next, 1);
  }
  if (starts[starts.length - 1] < horizonDays && horizonDays < days) starts.push(horizonDays);
  starts.push(days);
  return Float64Array.from(starts);
}

/** Number of recorded months that begin before the horizon. */
export function horizonMonthsOf(startDay: number, horizonDays: number): number {
  return monthStartsFrom(startDay, horizonDays, horizonDays).length - 1;
}

/** Year in which the financial year of a day number begins. */
export function financialYearOf(dayNumber: number): number {
  return financialYear(dayNumber);
}
