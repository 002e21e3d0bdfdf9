import PgBoss from 'pg-boss';
import type { Store } from '../store/store.ts';

/** What travels through the queue: names of what stands in the store. */
export interface QueuedUnit {
  /** Key of the unit. */
  key: string;
  /** Key of its request. */
  request: string;
  arm: object;
  slice: { from: number; count: number };
  follow: number;
}

/** The queue of units in PostgreSQL, one for each version, so that versions never mix. */
export interface UnitQueue {
  name: string;
  boss: PgBoss;
  close: () => Promise<void>;
}

/** A worker says this often that it is there; silent for longer than the second, it is dead. */
export const SAY_MS = 1000;
export const SILENT_SECONDS = 6;

/** How long pg-boss leaves a unit to whoever took it before it hands it out again. */
const expireInSeconds = 300;

const retryLimit = 3;

/** Open the queue; it is made where it is missing. */
export async function openUnitQueue(
  store: Store,
  url: string,
  version: string,
): Promise<UnitQueue> {
  const boss = new PgBoss({ connectionString: url, max: 3, application_name: 'bide-units' });
  boss.on('error', (error) => process.stderr.write(`The queue of units: ${error.message}\n`));
  const name = `units-${version.replace(/[^\w.-]/g, '_')}`;
  // Several that begin at the same moment would trip over each other’s tables: they take turns.
  await store.write(async () => {
    await boss.start();
    await boss.createQueue(name, { name, retryLimit, expireInSeconds, retryDelay: 1 });
  });
  return { name, boss, close: () => boss.stop({ graceful: false, wait: true }) };
}
