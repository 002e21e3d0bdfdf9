import type { ChartOrigin } from '$lib/charts/chart-origin.ts';
import type { Summary } from '$lib/comparison/summary.ts';
import { markOf, type Desk } from './desk.ts';

/** Return what the pictures and tables of a desk's results are of. */
export function deskOrigin(desk: Desk, shown: Summary | null): ChartOrigin {
  return {
    model: desk.id,
    title: desk.title,
    version: markOf(desk),
    runs: shown?.replications ?? null,
    scenarios: shown?.scenarios.map(({ title }) => title) ?? [],
    notice: desk.notice,
  };
}
