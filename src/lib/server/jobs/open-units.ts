import { spawnThread } from '../../experiment/server-pool.ts';
import { WorkerPool } from '../../experiment/worker-pool.ts';
import { engineVersion } from '../engine-version.ts';
import type { Store } from '../store/store.ts';
import { forgetOldUnits, KeptUnits } from './kept-units.ts';
import { QueueWorker } from './queue-worker.ts';
import { QueuedUnits, type QueuedUnitsOptions } from './queued-units.ts';
import { ThreadUnits } from './thread-units.ts';
import { openUnitQueue } from './unit-queue.ts';
import { unitSpawn } from './unit-spawn.ts';
import { unitVersion } from './unit.ts';

/** Units handed out at a time where any number of workers may take them. */
const mostOut = 64;

/** A pool for long runs, whose units may be done anywhere. */
export interface UnitPool {
  pool: WorkerPool;
  /** How many units it hands out at a time: what a request's `threads` may be. */
  atOnce: number;
  close: () => Promise<void>;
}

export const ownUnitVersion = unitVersion(engineVersion);

/**
 * Open a pool for long runs: threads of this machine; with PostgreSQL, workers on any machine, of
 * which this process is one where `threads` is more than 0. Results of units are kept either way,
 * so that what was stopped goes on where it was.
 */
export async function openUnits(
  store: Store,
  { url, threads }: { url?: string; threads: number },
): Promise<UnitPool> {
  const own = new ThreadUnits(spawnThread, threads);
  if (store.kind === 'sqlite' || url === undefined) {
    await forgetOldUnits(store, weekAgo());
    const pool = new WorkerPool(unitSpawn(new KeptUnits(store, ownUnitVersion, own)), {
      size: Math.max(1, threads),
    });
    const close = async () => {
      pool.close();
      own.close();
    };
    return { pool, atOnce: Math.max(1, threads), close };
  }
  const out = await handOutUnits(store, url);
  const queue = await openUnitQueue(store, url, ownUnitVersion);
  const worker = new QueueWorker(store, queue, own);
  const working = worker.work(threads);
  const close = async () => {
    worker.stop();
    own.close();
    await working;
    await queue.close();
    await out.close();
  };
  return { ...out, close };
}

/** Open a pool that does nothing itself: workers that share the store take its units. */
export async function handOutUnits(
  store: Store,
  url: string,
  options: QueuedUnitsOptions = {},
): Promise<UnitPool> {
  await forgetOldUnits(store, weekAgo());
  const queue = await openUnitQueue(store, url, ownUnitVersion);
  const units = new QueuedUnits(store, queue, ownUnitVersion, options);
  const pool = new WorkerPool(unitSpawn(units), { size: mostOut });
  const close = async () => {
    pool.close();
    await units.close();
  };
  return { pool, atOnce: mostOut, close };
}

/** Parts of runs are kept for a week: whatever was stopped is gone on with by then, or never. */
function weekAgo(): string {
  return new Date(Date.now() - 7 * 24 * 60 * 60 * 1000).toISOString();
}
