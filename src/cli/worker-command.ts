import { spawnThread } from '$lib/experiment/server-pool.ts';
import { ownUnitVersion } from '$lib/server/jobs/open-units.ts';
import { QueueWorker } from '$lib/server/jobs/queue-worker.ts';
import { ThreadUnits } from '$lib/server/jobs/thread-units.ts';
import { openUnitQueue } from '$lib/server/jobs/unit-queue.ts';
import { storePlace } from '$lib/server/store/app-store.ts';
import { openStore } from '$lib/server/store/store.ts';
import { Misuse, type ExitCode } from './outcome.ts';
import type { Surroundings } from './surroundings.ts';

/** `bide worker`: do parts of long runs for every Bide that shares a database, until stopped. */
export async function workerCommand(
  { threads }: { threads: number },
  { stdout, stderr, onInterrupt }: Surroundings,
): Promise<ExitCode> {
  const place = storePlace();
  if (place.url === undefined) {
    throw new Misuse(
      'A worker needs DATABASE_URL, the address of the PostgreSQL that it shares with Bide’s server.',
    );
  }
  const store = await openStore(place);
  const queue = await openUnitQueue(store, place.url, ownUnitVersion);
  const units = new ThreadUnits(spawnThread, threads);
  const worker = new QueueWorker(store, queue, units, {
    trouble: (error) =>
      void stderr.write(`A part went wrong, and is tried again: ${error.message}\n`),
  });
  const forget = onInterrupt(() => worker.stop());
  stdout.write(
    `Working on ${threads === 1 ? 'one thread' : `${threads} threads`}. Ctrl-C stops it.\n`,
  );
  try {
    await worker.work(threads);
  } finally {
    forget();
    units.close();
    await queue.close();
    await store.close();
  }
  return 0;
}
