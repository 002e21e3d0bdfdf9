import { dateAfter, daysUntil } from '../words/dates.ts';

/** The first of January of a year, in days from the model's start. */
export interface YearTick {
  day: number;
  label: string;
}

const STEPS = [1, 2, 5, 10, 20, 50];

/**
 * Calendar years between two days, as many as `room` marks allow; then every
 * second, fifth or tenth. A span that holds no new year has none.
 */
export function yearTicks(start: string, fromDay: number, toDay: number, room: number): YearTick[] {
  const first = dateAfter(start, fromDay).year;
  const last = dateAfter(start, toDay).year;
  const step = STEPS.find((years) => (last - first) / years <= Math.max(1, room)) ?? 100;
  const ticks: YearTick[] = [];
  for (let year = first; year <= last; year += 1) {
    const day = daysUntil(start, { year, month: 1, day: 1 });
    if (year % step === 0 && day >= fromDay && day <= toDay) ticks.push({ day, label: `${year}` });
  }
  return ticks;
}
