import type { Calibration } from '$lib/calibration/calibrate.ts';
import type { Told } from './calibration-text.ts';
import { cell } from './results-csv.ts';

const COLUMNS = [
  'model',
  'what',
  'id',
  'says',
  'unit',
  'seen',
  'seen_low',
  'seen_high',
  'value',
  'simulation_error',
  'leftover',
  'standard_errors',
  'met',
  'fitted',
  'held_out',
  'before',
  'as_well_low',
  'as_well_high',
  'as_well_at_least',
  'tells',
  'notice',
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], string | number | boolean | null>>;

/** Return a calibration as a long table: a row for each target and for each assumption. */
export function calibrationCsv(
  { outcomes, fittings, misfit }: Calibration,
  { model }: Told,
): string {
  const rows: Row[] = [
    ...outcomes.map((one) => ({
      what: 'target',
      id: one.target.id,
      says: one.target.says,
      unit: one.measure.unit,
      seen: one.value,
      seen_low: one.low,
      seen_high: one.high,
      value: one.result,
      simulation_error: one.simulationError,
      leftover: one.leftover,
      standard_errors: one.standardErrors,
      met: one.isMet,
      fitted: one.isFitted,
      held_out: one.target.heldOut,
    })),
    ...fittings.map((one) => ({
      what: 'assumption',
      id: one.id,
      fitted: misfit !== null,
      before: one.before,
      // Where nothing is fitted, the value is the file's, and its range was never looked at.
      ...(misfit !== null && {
        value: one.after,
        as_well_low: one.asWell.low,
        as_well_high: one.asWell.high,
        as_well_at_least: one.asWell.atLeast,
        tells: one.tells,
      }),
    })),
  ];
  const lines = rows.map((row) => {
    const full: Row = { model: model.id, notice: model.notice, ...row };
    return COLUMNS.map((column) => cell(full[column] ?? null)).join(',');
  });
  return [COLUMNS.join(','), ...lines, ''].join('\r\n');
}
