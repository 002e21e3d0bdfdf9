import type { ChartOrigin } from './chart-origin.ts';

export type Cell = string | number | boolean | null;

/** The numbers of a chart, one thing a row, for other programs: values bare, units in a column. */
export interface TidyTable {
  /** Names in small letters with underscores. */
  columns: string[];
  /** As many cells as columns; null where it cannot be told or does not apply. */
  rows: Cell[][];
}

/**
 * Return a table as a CSV file (RFC 4180, no byte order mark): one header row,
 * and in every row which model, version and runs it is of, and which scenario, for
 * rows are copied from file to file without what stood above them.
 */
export function csvFile({ columns, rows }: TidyTable, origin: ChartOrigin): string {
  const { scenario, model, version, runs, notice } = origin;
  const of = scenario === undefined ? [] : [scenario];
  const head = [
    ...columns,
    ...of.map(() => 'scenario'),
    'model',
    'model_version',
    'runs',
    'notice',
  ];
  const end = [...of, model, version, runs, notice];
  const lines = rows.map((row) => [...row, ...end].map(csvCell).join(','));
  return [head.join(','), ...lines, ''].join('\r\n');
}

/**
 * Return a value as a cell. Text that a spreadsheet would take for a formula
 * gets an apostrophe before it: a model's words must not run on a reader's machine.
 */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
