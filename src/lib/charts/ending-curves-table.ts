import type { EndingCurves } from '../comparison/summary.ts';
import { DAYS_A_MONTH } from '../words/durations.ts';
import { ENDINGS, endingWords } from '../words/endings.ts';
import { howManyOf } from '../words/frequencies.ts';
import { CANNOT_TELL } from '../words/figures.ts';
import type { ChartTable } from './chart-table.ts';
import type { EndingsInput } from './ending-curves-layout.ts';

const MONTHS = [6, 12, 24, 36];

/**
 * Of 100 relationships begun, how many have ended in each way after half a
 * year, one year, two and three, as far as the curves go: a row for each time
 * and reason, a column for each scenario, for paper holds no more columns.
 */
export function endingCurvesTable({ panels, untilDays, step }: EndingsInput): ChartTable {
  const lastDay = Math.max(0, ...panels.map(({ curves }) => curves.days.at(-1) ?? 0));
  const until = Math.min(lastDay, untilDays ?? lastDay);
  const months = MONTHS.filter((count) => count * DAYS_A_MONTH <= until + 1);
  const times = months.length > 0 ? months : [Math.round(until / DAYS_A_MONTH)];
  const known = new Set(ENDINGS.map(({ id }) => id));
  const others = panels
    .flatMap(({ curves }) => curves.reasons)
    .filter((id, index, all) => !known.has(id) && all.indexOf(id) === index);
  /** Null stands for what still goes on. */
  const reasons = [
    ...ENDINGS.filter(({ kind }) => kind !== 'going-on').map(({ id }) => id),
    ...others,
    null,
  ];
  return {
    caption: 'Of 100 relationships begun, how many have ended, by reason and time together',
    head: ['How it ended', ...panels.map(({ title }) => title)],
    rows: times.flatMap((months) =>
      reasons.map((reason) => ({
        head: `After ${months} months: ${endingWords(reason).words}`,
        cells: panels.map(({ curves }) => share(curves, reason, months, step)),
      })),
    ),
    numeric: true,
  };
}

function share(
  { days, reasons, shares }: EndingCurves,
  reason: string | null,
  months: number,
  step?: number,
): string {
  const at = days.findLastIndex((day) => day <= months * DAYS_A_MONTH + 1);
  if (at < 0) return CANNOT_TELL;
  if (reason === null) {
    const ended = shares.reduce((sum, of) => sum + (of[at] ?? 0), 0);
    return howManyOf(100 * Math.max(0, 1 - ended), 100, step);
  }
  const index = reasons.indexOf(reason);
  return index < 0 ? '0' : howManyOf(shares[index][at] * 100, 100, step);
}
