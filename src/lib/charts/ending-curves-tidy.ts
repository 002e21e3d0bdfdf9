import type { TidyTable } from './csv-file.ts';
import type { EndingsInput } from './ending-curves-layout.ts';

/** Of 100 relationships begun, how many have ended in each way by each day that the curves give. */
export function endingCurvesTidy({ panels }: EndingsInput): TidyTable {
  return {
    columns: ['scenario', 'scenario_title', 'ended', 'days_together', 'value', 'unit'],
    rows: panels.flatMap(({ id, title, curves }) =>
      curves.reasons.flatMap((reason, r) =>
        curves.days.map((day, at) => [
          ...[id, title, reason, Math.round(day)],
          Math.round(curves.shares[r][at] * 1e6) / 1e4,
          'of 100 begun',
        ]),
      ),
    ),
  };
}
