import {
  addMonths,
  dayNumber,
  financialYear,
  fromDayNumber,
  monthStartOnOrAfter,
} from '../engine/calendar.ts';
import type { Program } from './compile.ts';

/** Days on which a month turns, from the warm-up to the end of the run. */
export interface Ticks {
  days: Float64Array;
  /** Recorded month that begins; -1 in the warm-up. */
  month: Int32Array;
  /** 0 is April. */
  calendarMonth: Int32Array;
  /** 1 on the first of April. */
  isNewYear: Uint8Array;
  /** Number of the tick that is the model's start. */
  start: number;
  /** Share of the financial year that is left. */
  yearLeft: Float64Array;
  /** The same on the first day of the warm-up. */
  yearLeftAtFirst: number;
}

export function ticksOf(program: Program, monthStarts: Float64Array): Ticks {
  const { startDay, warmUpDays } = program;
  const days: number[] = [];
  for (let day = monthStartOnOrAfter(startDay - Math.floor(warmUpDays)); day < startDay;) {
    days.push(day - startDay);
    day = addMonths(day, 1);
  }
  const warmUp = days.length;
  for (let m = 0; m < monthStarts.length - 1; m++) days.push(monthStarts[m]);
  const calendarMonths = days.map((day) => calendarMonthOf(startDay + Math.floor(day)));
  return {
    days: Float64Array.from(days),
    month: Int32Array.from(days, (_day, i) => (i < warmUp ? -1 : i - warmUp)),
    calendarMonth: Int32Array.from(calendarMonths),
    isNewYear: Uint8Array.from(days, (day) => {
      const date = fromDayNumber(startDay + Math.floor(day));
      return date.month === 4 && date.day === 1 && day === Math.floor(day) ? 1 : 0;
    }),
    start: warmUp,
    yearLeft: Float64Array.from(days, (day) => yearLeft(startDay + Math.floor(day))),
    yearLeftAtFirst: yearLeft(startDay - Math.floor(warmUpDays)),
  };
}

function calendarMonthOf(dayNumber: number): number {
  return (fromDayNumber(dayNumber).month + 8) % 12;
}

/** Share of its financial year that is left on a day, given by its day number; 1 on 1 April. */
export function yearLeft(day: number): number {
  const year = financialYear(day);
  const next = dayNumber(year + 1, 4, 1);
  return (next - day) / (next - dayNumber(year, 4, 1));
}
