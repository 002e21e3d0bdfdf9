/**
 * Runs scenarios for a page, in a pool of workers of its own, and sums them up: the page has nothing to
 * do but to draw.
 */
import { browserPool } from '$lib/experiment/browser-pool.ts';
import { RunFailed } from '$lib/experiment/run-failed.ts';
import type { RunRequest } from '$lib/experiment/run-request.ts';
import type { FromLive, ToLive } from '$lib/state/live-messages.ts';
import { summingPool } from '$lib/state/summing-pool.ts';

/** How often progress is told: as often as eyes can follow. */
const everyMs = 150;

const pool = summingPool(browserPool());
/** Of the run before. */
let model: RunRequest['model'] | null = null;
const going = new Map<number, AbortController>();
const post = (message: FromLive) => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<ToLive>) => {
  if (data.kind === 'cancel') going.get(data.job)?.abort();
  else void run(data);
});

async function run({
  job,
  request,
  summing,
  checkpoints,
}: Extract<ToLive, { kind: 'run' }>): Promise<void> {
  const abort = new AbortController();
  going.set(job, abort);
  let told = -Infinity;
  try {
    model = request.model ?? model;
    if (!model) throw new Error('The first run of a worker brings its model.');
    const summed = await pool.run({ ...request, model }, summing, {
      signal: abort.signal,
      checkpoints,
      onPartial: (partial) => post({ kind: 'partial', job, summed: partial }),
      onRestart: (reason) => post({ kind: 'restart', job, reason: reason.message }),
      onProgress: (done, total) => {
        const now = performance.now();
        if (now - told < everyMs && done < total) return;
        told = now;
        post({ kind: 'progress', job, done, total });
      },
    });
    post({ kind: 'done', job, summed });
  } catch (error) {
    // Told to the page, not hidden; of what it cancelled it wants to hear no more.
    if (abort.signal.aborted) return;
    const message = error instanceof Error ? error.message : String(error);
    post({
      kind: 'failed',
      job,
      message,
      findings: error instanceof RunFailed ? error.findings : [],
    });
  } finally {
    going.delete(job);
  }
}
