import { liveCalls } from '$lib/state/live-calls.ts';
import type { FromLive } from '$lib/state/live-messages.ts';
import type { SummingPool } from '$lib/state/summing-pool.ts';
import Worker from './live.worker.ts?worker';

/** Start what runs scenarios for a page, off the page's own thread. */
export function livePool(): SummingPool {
  return liveCalls(({ message, died }) => {
    const worker = new Worker();
    const end = (event: Event) =>
      died(
        event instanceof ErrorEvent && event.message
          ? event.message
          : 'the browser could not run it',
      );
    worker.addEventListener('message', (event: MessageEvent<FromLive>) => message(event.data));
    worker.addEventListener('error', end);
    worker.addEventListener('messageerror', end);
    return { post: (asked) => worker.postMessage(asked), end: () => worker.terminate() };
  });
}
