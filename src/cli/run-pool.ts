import { localPool } from '$lib/experiment/local-pool.ts';
import { serverPool } from '$lib/experiment/server-pool.ts';
import type { WorkerPool } from '$lib/experiment/worker-pool.ts';
import { handOutUnits } from '$lib/server/jobs/open-units.ts';
import { storePlace } from '$lib/server/store/app-store.ts';
import { openStore } from '$lib/server/store/store.ts';
import { Misuse } from './outcome.ts';
import type { Surroundings } from './surroundings.ts';

/** What does the runs of a command. */
export interface RunPool {
  pool: WorkerPool;
  /** How many units may be under way at a time. */
  threads: number;
  close: () => Promise<void>;
}

export interface WhereRun {
  threads: number;
  /** True: by the workers of a PostgreSQL, rather than here. */
  workers?: boolean;
  cacheBytes?: number;
}

/** Open what does the runs: threads of this machine, or workers on any. */
export async function openRunPool(
  { threads, workers = false, cacheBytes }: WhereRun,
  { stderr }: Surroundings,
): Promise<RunPool> {
  if (!workers) {
    const cache = cacheBytes === undefined ? {} : { cacheBytes };
    const pool = threads === 1 ? localPool(cache) : serverPool({ size: threads, ...cache });
    return { pool, threads, close: async () => pool.close() };
  }
  const place = storePlace();
  if (place.url === undefined) {
    throw new Misuse(
      '--workers needs DATABASE_URL, the address of the PostgreSQL that they share.',
    );
  }
  const store = await openStore(place);
  const units = await handOutUnits(store, place.url, {
    onNobody: () => stderr.write('No worker has taken anything yet. Start one: npx bide worker\n'),
  });
  return {
    pool: units.pool,
    threads: units.atOnce,
    close: async () => {
      await units.close();
      await store.close();
    },
  };
}
