import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { RunFailed } from '../../experiment/run-failed.ts';
import type { WorkRequest } from '../../experiment/prepared-arm.ts';
import type { Arm } from '../../experiment/run-request.ts';
import type { Store } from '../store/store.ts';
import { keepResult, keptResult } from './kept-units.ts';
import { SAY_MS, SILENT_SECONDS, type QueuedUnit, type UnitQueue } from './unit-queue.ts';
import type { Units } from './unit.ts';

/** How long it waits when there is nothing to do. */
const idleMs = 300;

/** What a worker tells whoever started it. */
export interface WorkerTells {
  done?: (units: number) => void;
  /** A unit went wrong for a reason of the machine; it is tried again, here or elsewhere. */
  trouble?: (error: Error) => void;
}

/** Takes units from the queue, as many at a time as it has threads, until it is stopped. */
export class QueueWorker {
  private readonly id = randomUUID();
  private readonly stopping = new AbortController();
  private readonly requests = new Map<string, WorkRequest>();
  private done = 0;

  constructor(
    private readonly store: Store,
    private readonly queue: UnitQueue,
    private readonly units: Units,
    private readonly tells: WorkerTells = {},
  ) {}

  /** Work; resolves once `stop` was called and what was under way is put back. */
  async work(threads: number): Promise<void> {
    await Promise.all(Array.from({ length: threads }, () => this.takeTurns()));
  }

  stop(): void {
    this.stopping.abort(new Error('The worker was told to stop.'));
  }

  private async takeTurns(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        const [job] = await this.queue.boss.fetch<QueuedUnit>(this.queue.name);
        if (job) await this.see(job.id, job.data);
        else await wait(idleMs, undefined, { signal });
      } catch (error) {
        if (signal.aborted) return;
        this.tells.trouble?.(error as Error);
        // The database may be away for a while.
        await wait(idleMs * 5, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** Do a unit, unless it is done, or being done by somebody else. */
  private async see(job: string, unit: QueuedUnit): Promise<void> {
    const { boss, name } = this.queue;
    if (!(await this.isDone(unit.key)) && (await this.claim(unit.key))) {
      // One that comes late must not claim again what was just let go.
      let said: Promise<unknown> = Promise.resolve();
      const say = setInterval(() => {
        said = said
          .then(() => this.claim(unit.key))
          .catch((error: Error) => this.tells.trouble?.(error));
      }, SAY_MS);
      try {
        await this.do(unit);
      } catch (error) {
        await boss.fail(name, job, { message: (error as Error).message });
        if (!this.stopping.signal.aborted) throw error;
        return;
      } finally {
        clearInterval(say);
        await said;
        await this.unclaim(unit.key);
      }
      this.tells.done?.(++this.done);
    }
    await boss.complete(name, job);
  }

  private async do({ key, request, arm, slice, follow }: QueuedUnit): Promise<void> {
    const unit = { request: await this.requestOf(request), arm: arm as Arm, slice, follow };
    try {
      await keepResult(this.store, key, await this.units.do(unit, this.stopping.signal));
    } catch (error) {
      if (!(error instanceof RunFailed)) throw error;
      await keepResult(this.store, key, error);
    }
  }

  private async isDone(key: string): Promise<boolean> {
    try {
      return (await keptResult(this.store, key)) !== null;
    } catch (error) {
      if (error instanceof RunFailed) return true;
      throw error;
    }
  }

  /** Say that we work on a unit, by the database's clock; false where another one does. */
  private async claim(key: string): Promise<boolean> {
    const now = sql<Date>`now()`;
    const rows = await this.store.db
      .insertInto('unit_claim')
      .values({ key, worker: this.id, heard_at: now })
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet({ worker: this.id, heard_at: now })
          .where(({ or, eb }) =>
            or([
              eb('unit_claim.worker', '=', this.id),
              eb(
                'unit_claim.heard_at',
                '<',
                sql<Date>`now() - make_interval(secs => ${SILENT_SECONDS})`,
              ),
            ]),
          ),
      )
      .returning('key')
      .execute();
    return rows.length > 0;
  }

  private async unclaim(key: string): Promise<void> {
    await this.store.db
      .deleteFrom('unit_claim')
      .where('key', '=', key)
      .where('worker', '=', this.id)
      .execute();
  }

  private async requestOf(key: string): Promise<WorkRequest> {
    const known = this.requests.get(key);
    if (known) return known;
    const { request } = await this.store.db
      .selectFrom('unit_request')
      .select('request')
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    // Models are hundreds of kilobytes each: keep the last few.
    if (this.requests.size >= 8) this.requests.delete(this.requests.keys().next().value as string);
    const parsed = JSON.parse(request) as WorkRequest;
    this.requests.set(key, parsed);
    return parsed;
  }
}
