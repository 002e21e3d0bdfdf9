import type { TidyTable } from './csv-file.ts';
import type { IntervalDotsInput } from './interval-dots-layout.ts';

/** One row a scenario, with the ends of its range. */
export function intervalDotsTidy({ rows, unit }: IntervalDotsInput, measure: string): TidyTable {
  return {
    columns: ['measure', 'where', 'scenario', 'scenario_title', 'value', 'low', 'high', 'unit'],
    rows: rows.map(({ id, scenario, group, label, mean, low, high }) => [
      ...[measure, group ?? null, scenario ?? id, label, mean, low, high, unit],
    ]),
  };
}
