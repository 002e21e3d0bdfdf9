import { cell, CANNOT_TELL } from '../words/figures.ts';
import type { ChartTable } from './chart-table.ts';
import type { TidyTable } from './csv-file.ts';
import type { QuantileDotsInput } from './quantile-dots-layout.ts';

/** Lowest, quarter, middle, three quarters and highest of the dots: twenty numbers would not be read. */
const SHOWN = [
  { head: 'Lowest dot', at: 0 },
  { head: '5th dot', at: 0.25 },
  { head: 'Middle (10th dot)', at: 0.5 },
  { head: '15th dot', at: 0.75 },
  { head: 'Highest dot', at: 1 },
];

export function quantileDotsTable({ rows, unit }: QuantileDotsInput, caption: string): ChartTable {
  return {
    caption: `${caption}: what the dots stand for`,
    head: ['Scenario', ...SHOWN.map(({ head }) => head)],
    rows: rows.map(({ label, futures }) => ({
      head: label,
      cells: SHOWN.map(({ at }) => {
        if (futures.length === 0) return CANNOT_TELL;
        return cell(futures[Math.max(0, Math.round(at * futures.length) - 1)], unit);
      }),
    })),
    numeric: true,
  };
}

export function quantileDotsTidy({ rows, unit }: QuantileDotsInput, measure: string): TidyTable {
  return {
    columns: ['measure', 'scenario', 'scenario_title', 'quantile', 'value', 'unit'],
    rows: rows.flatMap(({ id, label, futures }) =>
      futures.map((value, index) => [
        ...[measure, id, label],
        Math.round(((index + 0.5) / futures.length) * 1e4) / 1e4,
        ...[value, unit],
      ]),
    ),
  };
}
