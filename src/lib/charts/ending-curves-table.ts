import type { EndingCurves } from '../comparison/summary.ts';
import { DAYS_A_MONTH } from '../words/durations.ts';
import { ENDINGS, endingWords } from '../words/endings.ts';
import { howManyOf } from '../words/frequencies.ts';
import { CANNOT_TELL } from '../words/figures.ts';
import { capitalised } from '../words/numbers.ts';
import type { ChartTable } from './chart-table.ts';
import type { EndingsInput } from './ending-curves-layout.ts';

const MONTHS = [6, 12, 24, 36];

/**
 * Of 100 relationships begun, how many have ended in each way after half a
 * year, one year, two and three, as far as the curves go: a row for each
 * reason, a column for each scenario and time.
 */
export function endingCurvesTable({ panels, untilDays, step }: EndingsInput): ChartTable {
  const lastDay = Math.max(0, ...panels.map(({ curves }) => curves.days.at(-1) ?? 0));
  const until = Math.min(lastDay, untilDays ?? lastDay);
  const months = MONTHS.filter((count) => count * DAYS_A_MONTH <= until + 1);
  const times = months.length > 0 ? months : [Math.round(until / DAYS_A_MONTH)];
  const columns = panels.flatMap(({ title, curves }) =>
    times.map((count) => ({
      head: `${title}, ${count} months`,
      curves,
      at: curves.days.findLastIndex((day) => day <= count * DAYS_A_MONTH + 1),
    })),
  );
  const known = new Set(ENDINGS.map(({ id }) => id));
  const others = panels
    .flatMap(({ curves }) => curves.reasons)
    .filter((id, index, all) => !known.has(id) && all.indexOf(id) === index);
  const reasons = [
    ...ENDINGS.filter(({ kind }) => kind !== 'going-on').map(({ id }) => id),
    ...others,
  ];
  return {
    caption: 'Of 100 relationships begun, how many have ended, by reason and time together',
    head: ['How it ended', ...columns.map(({ head }) => head)],
    rows: [
      ...reasons.map((id) => ({
        head: capitalised(endingWords(id).words),
        cells: columns.map(({ curves, at }) => share(curves, id, at, step)),
      })),
      {
        head: 'Still going',
        cells: columns.map(({ curves, at }) => {
          const ended = curves.shares.map((shares) => shares[at] ?? 0);
          if (at < 0) return CANNOT_TELL;
          return howManyOf(
            100 * Math.max(0, 1 - ended.reduce((sum, value) => sum + value, 0)),
            100,
            step,
          );
        }),
      },
    ],
    numeric: true,
  };
}

function share(curves: EndingCurves, id: string, at: number, step?: number): string {
  const index = curves.reasons.indexOf(id);
  if (at < 0) return CANNOT_TELL;
  return index < 0 ? '0' : howManyOf(curves.shares[index][at] * 100, 100, step);
}
