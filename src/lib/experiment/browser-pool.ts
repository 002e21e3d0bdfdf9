import BrowserWorker from './browser.worker.ts?worker';
import type { PoolOptions, PoolWorker, WorkerEvents } from './pool-worker.ts';
import type { FromWorker } from './protocol.ts';
import { WorkerPool } from './worker-pool.ts';

/**
 * Start a pool of browser workers: by default one for each core but the one that draws the page, at
 * most eight. On two cores both simulate: with one, whoever looks waits twice as long for results.
 */
export function browserPool(options: Partial<PoolOptions> = {}): WorkerPool {
  const cores = navigator.hardwareConcurrency || 2;
  const size = Math.min(8, Math.max(2, cores - 1));
  return new WorkerPool(spawnBrowserWorker, { size, ...options });
}

function spawnBrowserWorker(events: WorkerEvents): PoolWorker {
  const worker = new BrowserWorker();
  const died = (event: Event) => {
    const message = event instanceof ErrorEvent ? event.message : '';
    events.died(new Error(message || 'the browser could not run it'));
  };
  worker.addEventListener('message', (event: MessageEvent<FromWorker>) =>
    events.message(event.data),
  );
  worker.addEventListener('error', died);
  worker.addEventListener('messageerror', died);
  return {
    post: (message) => worker.postMessage(message),
    end: () => worker.terminate(),
  };
}
