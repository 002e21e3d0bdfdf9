import { monthInWords } from '../words/dates.ts';
import { cell } from '../words/figures.ts';
import { capitalised } from '../words/numbers.ts';
import type { ChartTable } from './chart-table.ts';
import type { Months, MultiplesInput } from './small-multiples-layout.ts';

/** More would be narrower on paper than the words above them. */
const MOST_COLUMNS = 6;

/**
 * The lines of small multiples as a table: the mean of each twelve months from
 * the model's start, for a hundred and twenty months would not be read. The
 * last year may be shorter. Years are columns where lines are too many to be.
 */
export function smallMultiplesTable(input: MultiplesInput, caption: string): ChartTable {
  const columns = input.panels.flatMap((panel) => [
    ...(panel.baseline
      ? [{ head: `${panel.title}: ${input.baselineLabel}`, values: panel.baseline }]
      : []),
    ...panel.lines.map(({ label, values }) => ({
      head: label === panel.title ? label : `${panel.title}: ${label}`,
      values,
    })),
  ]);
  const distinct = withoutRepeats(columns, capitalised(input.baselineLabel));
  const months = Math.max(0, ...distinct.map(({ values }) => values.length));
  const years = Array.from({ length: Math.ceil(months / 12) }, (_, year) => year);
  const yearHeads = years.map((year) =>
    yearInWords(input.start, year * 12, Math.min(months, year * 12 + 12)),
  );
  const mean = (values: Months, year: number) => cell(meanOf(values, year * 12), input.unit);
  const about = { caption: `${caption}: mean of each year`, numeric: true };
  if (distinct.length > MOST_COLUMNS) {
    return {
      ...about,
      head: ['What', ...yearHeads],
      rows: distinct.map(({ head, values }) => ({
        head,
        cells: years.map((year) => mean(values, year)),
      })),
    };
  }
  return {
    ...about,
    head: ['Year', ...distinct.map(({ head }) => head)],
    rows: years.map((year) => ({
      head: yearHeads[year],
      cells: distinct.map(({ values }) => mean(values, year)),
    })),
  };
}

/** One baseline repeated in each panel is one column. */
function withoutRepeats(columns: { head: string; values: Months }[], baselineLabel: string) {
  const seen = new Map<Months, { head: string; values: Months }>();
  for (const column of columns) {
    const before = seen.get(column.values);
    seen.set(column.values, before ? { ...before, head: baselineLabel } : column);
  }
  return [...seen.values()];
}

function meanOf(values: Months, from: number): number | null {
  const known = values.slice(from, from + 12).filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

function yearInWords(start: string, from: number, to: number): string {
  return `${monthInWords(start, from)} to ${monthInWords(start, to - 1)}`;
}
