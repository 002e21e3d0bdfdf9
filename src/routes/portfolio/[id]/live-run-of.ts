import type { Summary } from '$lib/comparison/summary.ts';
import { LiveRun, type LiveRunOptions } from '$lib/state/live-run.svelte.ts';
import { livePool } from '../live-pool.ts';
import type { Desk } from './desk.ts';

/** Return what works out, in this browser, scenarios of a desk that people made. */
export function liveRunOf(
  desk: Desk,
  {
    fetchModel,
    stored,
    shows,
  }: Pick<LiveRunOptions, 'fetchModel' | 'shows'> & {
    /** Results that a server worked out, where there are any. */
    stored: Summary | null;
  },
): LiveRun {
  const { id, title, hash, notice, start, horizonDays, baseline, engine, run } = desk;
  return new LiveRun({
    startPool: livePool,
    fetchModel,
    run,
    warmUpDays: stored?.warmUpDays,
    engine,
    portfolio: { id, title, hash, notice, start, horizonDays },
    baseline,
    shows,
  });
}
