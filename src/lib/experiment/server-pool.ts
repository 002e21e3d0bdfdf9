import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import source from './node.worker.ts?node-worker';
import type { PoolOptions, PoolWorker, WorkerEvents } from './pool-worker.ts';
import type { FromWorker } from './protocol.ts';
import { WorkerPool } from './worker-pool.ts';

/** Start a pool of threads: by default one for each core. */
export function serverPool(options: Partial<PoolOptions> = {}): WorkerPool {
  return new WorkerPool(spawnThread, { size: availableParallelism(), ...options });
}

/** Start one thread that runs units. */
export function spawnThread(events: WorkerEvents): PoolWorker {
  const thread = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`));
  let reason = new Error('its thread ended');
  thread.on('message', (message: FromWorker) => events.message(message));
  thread.on('error', (error) => (reason = error as Error));
  thread.on('messageerror', (error) => (reason = error));
  thread.on('exit', () => events.died(reason));
  return {
    post: (message) => thread.postMessage(message),
    end: () => void thread.terminate(),
  };
}
