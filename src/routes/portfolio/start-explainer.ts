import type { StartExplainer } from '$lib/state/explainer.svelte.ts';
import type { FromExplainer } from '$lib/state/why-messages.ts';
import Worker from './explain.worker.ts?worker';

/** Start the worker that explains scenarios in this browser. */
export const startExplainer: StartExplainer = ({ message, died }) => {
  const worker = new Worker();
  const end = (event: Event) =>
    died(event instanceof ErrorEvent && event.message ? event.message : 'It stopped by itself.');
  worker.addEventListener('message', (event: MessageEvent<FromExplainer>) => message(event.data));
  worker.addEventListener('error', end);
  worker.addEventListener('messageerror', end);
  return { post: (asked) => worker.postMessage(asked), end: () => worker.terminate() };
};
