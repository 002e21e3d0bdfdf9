import type { Cell, TidyTable } from './csv-file.ts';
import { isoMonth } from './iso-date.ts';
import type { Months, MonthsBand, MultiplesInput } from './small-multiples-layout.ts';

/**
 * Every month of every line, the baseline's once for each panel. Where single
 * futures were kept, `low` and `high` hold eight in ten of them, over the
 * stretch of months that the month falls in. `caption` says what is counted, in every row.
 */
export function smallMultiplesTidy(input: MultiplesInput, caption: string): TidyTable {
  const rows = input.panels.flatMap((panel) => [
    ...(panel.baseline
      ? months(panel.title, input.baselineLabel, panel.baseline, panel.baselineBand, input)
      : []),
    ...panel.lines.flatMap(({ label, values, band }) =>
      months(panel.title, label, values, band, input),
    ),
  ]);
  return {
    columns: ['measure', 'panel', 'line', 'month', 'value', 'low', 'high', 'unit'],
    rows: rows.map((row) => [caption, ...row]),
  };
}

function months(
  panel: string,
  label: string,
  values: Months,
  band: MonthsBand | null | undefined,
  { start, unit }: MultiplesInput,
): Cell[][] {
  return values.map((value, month) => {
    const stretch = band ? Math.floor(month / band.months) : 0;
    return [
      ...[panel, label, isoMonth(start, month), value],
      ...[band?.low[stretch] ?? null, band?.high[stretch] ?? null, unit],
    ];
  });
}
