import { localPool } from '$lib/experiment/local-pool.ts';
import { serverPool } from '$lib/experiment/server-pool.ts';
import type { Run } from '$lib/snapshot/work-out.ts';
import { Interrupted } from './outcome.ts';
import { progressBar } from './progress-bar.ts';
import type { Surroundings } from './surroundings.ts';

/** Let something be run on threads, with a bar; throws `Interrupted` once Ctrl-C is pressed. */
export async function withSnapshotRun<T>(
  threads: number,
  { stderr, onInterrupt }: Surroundings,
  work: (run: Run, onProgress: (share: number) => void) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const forget = onInterrupt(() => stop.abort(new Interrupted('Stopped.')));
  const bar = progressBar(stderr);
  const pool = threads === 1 ? localPool() : serverPool({ size: threads });
  const { signal } = stop;
  try {
    return await work(
      (request, onProgress) => pool.run({ ...request, threads }, { signal, onProgress }),
      (share) => bar.update(Math.round(share * 100), 100),
    );
  } finally {
    pool.close();
    bar.stop();
    forget();
  }
}
