/** Long runs of the app: begun when the first is asked for, and at start where some were left. */
import { availableParallelism } from 'node:os';
import type { Store } from '../store/store.ts';
import { JobRunner, type JobKind } from './job-runner.ts';
import { openUnits, ownUnitVersion, type UnitPool } from './open-units.ts';

let running: Promise<{ runner: JobRunner; units: UnitPool }> | null = null;

/** See to jobs from now on; a first failure is told to whoever asks, and tried again then. */
export function startJobs(store: Store, kinds: Record<string, JobKind>): Promise<unknown> {
  running ??= begin(store, kinds).catch((error: unknown) => {
    running = null;
    throw error;
  });
  return running;
}

async function begin(store: Store, kinds: Record<string, JobKind>) {
  // One core is left for whoever reads.
  const threads = Math.max(1, availableParallelism() - 1);
  const units = await openUnits(store, { url: process.env.DATABASE_URL, threads });
  const runner = new JobRunner(store, ownUnitVersion, kinds, units);
  runner.start();
  return { runner, units };
}

/** Stop: what is under way is taken up again at the next start. */
export async function stopJobs(): Promise<void> {
  const begun = running;
  running = null;
  if (!begun) return;
  const { runner, units } = await begun;
  await runner.stop();
  await units.close();
}
