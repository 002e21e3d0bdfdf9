import type { Summary } from '$lib/comparison/summary.ts';
import {
  DIFFERENCE_COLUMNS,
  DRAWN_COLUMNS,
  numberCells,
  type NumberColumn,
} from '$lib/documents/difference-columns.ts';
import type { By } from '$lib/measures/measure.ts';

const COLUMNS = [
  'model',
  'scenario',
  'compared_with',
  'measure',
  'split',
  'of',
  'within',
  'of_within',
  'unit',
  'value',
  'low',
  'high',
  ...DIFFERENCE_COLUMNS.map(({ name }) => name),
  'headline',
  'notice',
];

export type Cell = string | number | boolean | null;
type Row = Record<string, Cell>;

/**
 * Return results as a long table: one row for each figure of each scenario, and
 * one for each difference, where `compared_with` is not empty.
 *
 * Ranges are 95% of simulation error, widened where the summary says that they
 * are simultaneous; `figures` and `one_future` hold eight in ten. An empty cell means "cannot tell" or
 * "does not apply". Lines end as RFC 4180 says.
 */
export function resultsCsv(summary: Summary): string {
  const { notice, id: model } = summary.portfolio;
  const rows = [...figureRows(summary), ...differenceRows(summary)];
  const lines = rows.map((row) => {
    const full: Row = { model, notice, ...row };
    return COLUMNS.map((column) => cell(full[column] ?? null)).join(',');
  });
  return [COLUMNS.join(','), ...lines, ''].join('\r\n');
}

function figureRows({ scenarios, replications }: Summary): Row[] {
  return scenarios.flatMap((scenario) =>
    scenario.measures.map((measure) => ({
      scenario: scenario.id,
      measure: measure.id,
      ...splitCells(measure.by),
      unit: measure.unit,
      value: measure.mean,
      low: measure.low,
      high: measure.high,
      ...named(DRAWN_COLUMNS, measure, replications),
      other_renewal: measure.otherRenewal?.mean ?? null,
      other_renewal_low: measure.otherRenewal?.low ?? null,
      other_renewal_high: measure.otherRenewal?.high ?? null,
      headline: measure.headline,
    })),
  );
}

function differenceRows({ comparisons, replications }: Summary): Row[] {
  return comparisons.flatMap(({ scenario, baseline, differences }) =>
    differences.map((difference) => ({
      scenario,
      compared_with: baseline,
      measure: difference.id,
      ...splitCells(difference.by),
      unit: difference.unit,
      value: difference.difference,
      low: difference.low,
      high: difference.high,
      ...named(DIFFERENCE_COLUMNS, difference, replications),
      headline: difference.headline,
    })),
  );
}

function named<From>(columns: readonly NumberColumn<From>[], from: From, runs: number): Row {
  const cells = numberCells(columns, from, runs);
  return Object.fromEntries(columns.map(({ name }, at) => [name, cells[at]]));
}

function splitCells(by: By | null): Row {
  if (by === null) return {};
  const { kind: split, id: of, within } = by;
  return { split, of, within: within?.kind ?? null, of_within: within?.id ?? null };
}

/**
 * Return a value as a cell. Text that a spreadsheet would take for a formula
 * gets an apostrophe before it: a model's words must not run on a reader's machine.
 */
export function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
