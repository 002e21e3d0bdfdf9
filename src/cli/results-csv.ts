import type { OverFigures, Summary } from '$lib/comparison/summary.ts';
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
  'share_better',
  'runs_told',
  'without_effects',
  'without_effects_low',
  'without_effects_high',
  'assumed_effects',
  'assumed_effects_low',
  'assumed_effects_high',
  'figures_low',
  'figures_high',
  'one_future_low',
  'one_future_high',
  'share_from_figures',
  'share_better_draws',
  'share_better_one_future',
  'other_renewal',
  'other_renewal_low',
  'other_renewal_high',
  'headline',
  'notice',
] as const;

export type Cell = string | number | boolean | null;
type Row = Partial<Record<(typeof COLUMNS)[number], Cell>>;

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

function figureRows({ scenarios }: Summary): Row[] {
  return scenarios.flatMap((scenario) =>
    scenario.measures.map(({ id, by, unit, mean, low, high, headline, overFigures }) => ({
      scenario: scenario.id,
      measure: id,
      ...splitCells(by),
      unit,
      value: mean,
      low,
      high,
      ...drawnCells(overFigures),
      headline,
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
      share_better: difference.shareBetter,
      runs_told: difference.shareBetter === null ? null : (difference.runsTold ?? replications),
      without_effects: difference.contractDatesAlone?.difference ?? null,
      without_effects_low: difference.contractDatesAlone?.low ?? null,
      without_effects_high: difference.contractDatesAlone?.high ?? null,
      assumed_effects: difference.assumedEffects?.difference ?? null,
      assumed_effects_low: difference.assumedEffects?.low ?? null,
      assumed_effects_high: difference.assumedEffects?.high ?? null,
      ...drawnCells(difference.overFigures),
      share_better_draws: difference.overFigures?.shareBetter ?? null,
      share_better_one_future: difference.overFigures?.shareFuturesBetter ?? null,
      other_renewal: difference.otherRenewal?.difference ?? null,
      other_renewal_low: difference.otherRenewal?.low ?? null,
      other_renewal_high: difference.otherRenewal?.high ?? null,
      headline: difference.headline,
    })),
  );
}

function drawnCells(over: OverFigures | null | undefined): Row {
  if (!over) return {};
  return {
    figures_low: over.figures.low,
    figures_high: over.figures.high,
    one_future_low: over.oneFuture.low,
    one_future_high: over.oneFuture.high,
    share_from_figures: over.shareFromFigures,
  };
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
