import { inPlace } from './in-place.ts';
import type { PoolOptions } from './pool-worker.ts';
import { armPreparer } from './prepare.ts';
import { WorkerPool } from './worker-pool.ts';

/** Start a pool of one worker that is no worker but this very thread: for tests and one thread. */
export function localPool(options: Omit<PoolOptions, 'size'> = {}): WorkerPool {
  return new WorkerPool(inPlace(armPreparer()), { ...options, size: 1 });
}
