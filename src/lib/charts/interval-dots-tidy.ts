import type { TidyTable } from './csv-file.ts';
import type { IntervalDotsInput } from './interval-dots-layout.ts';

/** One row a scenario, with the ends of its range. */
export function intervalDotsTidy({ rows, unit }: IntervalDotsInput, measure: string): TidyTable {
  return {
    columns: ['measure', 'scenario', 'scenario_title', 'value', 'low', 'high', 'unit'],
    rows: rows.map(({ id, label, mean, low, high }) => [
      ...[measure, id, label, mean, low, high, unit],
    ]),
  };
}
