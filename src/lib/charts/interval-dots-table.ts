import { between, cell, unitHeading } from '../words/figures.ts';
import { capitalised } from '../words/numbers.ts';
import type { ChartTable } from './chart-table.ts';
import type { IntervalDotsInput } from './interval-dots-layout.ts';

/** Return estimates with their ranges as a table; `head` says what its rows are. */
export function intervalDotsTable(
  input: IntervalDotsInput,
  caption: string,
  head?: string,
): ChartTable {
  const isGrouped = input.rows.some(({ group }) => group !== undefined);
  return {
    caption,
    head: [
      head ?? (isGrouped ? 'Where, and scenario' : 'Scenario'),
      capitalised(unitHeading(input.unit)),
      'Range',
    ],
    rows: input.rows.map(({ group, label, mean, low, high }) => ({
      head: group === undefined ? label : `${group}: ${label}`,
      cells: [
        cell(mean, input.unit, input.step),
        low === null || high === null ? 'cannot tell' : between(low, high, input.unit, input.step),
      ],
    })),
    numeric: true,
  };
}
