import type { TidyTable } from './csv-file.ts';
import type { EndingsInput } from './ending-curves-layout.ts';

/** What the picture is of where nobody says which services. */
export const ALL_BEGUN = 'Of 100 relationships begun, by months together';

/**
 * Of 100 relationships begun, how many have ended in each way by each day that the curves give. Each
 * row says of which relationships: `of` is what stands under the picture's heading.
 */
export function endingCurvesTidy({ panels }: EndingsInput, of = ALL_BEGUN): TidyTable {
  return {
    columns: ['of', 'scenario', 'scenario_title', 'ended', 'days_together', 'value', 'unit'],
    rows: panels.flatMap(({ id, title, curves }) =>
      curves.reasons.flatMap((reason, r) =>
        curves.days.map((day, at) => [
          ...[of, id, title, reason, Math.round(day)],
          Math.round(curves.shares[r][at] * 1e6) / 1e4,
          'of 100 begun',
        ]),
      ),
    ),
  };
}
