import { financialYearOf } from '../simulation/months.ts';
import type { Program } from '../simulation/compile.ts';

/** Financial years that the horizon touches, by the year in which each begins. */
export function financialYearsOf(program: Program): number[] {
  const first = financialYearOf(program.startDay);
  const last = financialYearOf(program.startDay + Math.ceil(program.horizonDays) - 1);
  return Array.from({ length: last - first + 1 }, (_year, i) => first + i);
}

/** "2027-28" for the year that begins in April 2027. */
export function financialYearName(begins: number): string {
  return `${begins}-${String((begins + 1) % 100).padStart(2, '0')}`;
}
