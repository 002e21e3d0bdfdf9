import { sql } from 'kysely';
import type { RunFailed } from '../../experiment/run-failed.ts';
import type { Store } from '../store/store.ts';
import { keptResult } from './kept-units.ts';
import { SILENT_SECONDS, type QueuedUnit, type UnitQueue } from './unit-queue.ts';
import { requestKey, unitKey, type Unit, type UnitResult, type Units } from './unit.ts';

/** How often the store is asked for results, and how often whether workers are still there. */
const askMs = 150;
const lookMs = 2000;

export interface QueuedUnitsOptions {
  /** Called once where nobody takes anything for a while. */
  onNobody?: () => void;
}

/** How long nothing may be taken before that is said. */
const nobodyMs = 10_000;

interface Waiter {
  resolve: (result: UnitResult) => void;
  reject: (reason: Error) => void;
}

interface Outstanding {
  queued: QueuedUnit;
  /** Its job in the queue. */
  job: string;
  /** Since when, by this process’s clock, it was taken and nobody says that they work on it. */
  lostSince?: number;
  /** Runs that share a unit wait for it together. */
  waiters: Set<Waiter>;
}

/**
 * Has units done by whoever takes them from the queue: `bide worker` on any machine.
 *
 * Results come through the store, each under the key of its unit, so that one done twice counts
 * once. A unit whose worker is heard of no more is handed out again.
 */
export class QueuedUnits implements Units {
  private readonly outstanding = new Map<string, Outstanding>();
  private readonly requests = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private lookedAt = 0;
  private beganAt = 0;
  private hasSeenSomebody = false;

  constructor(
    private readonly store: Store,
    private readonly queue: UnitQueue,
    private readonly version: string,
    private readonly options: QueuedUnitsOptions = {},
  ) {}

  async do(unit: Unit, signal: AbortSignal): Promise<UnitResult> {
    const request = await this.putRequest(unit);
    const key = unitKey(this.version, request, unit);
    const kept = await keptResult(this.store, key);
    if (kept) return kept;
    signal.throwIfAborted();
    const { arm, slice, follow } = unit;
    const queued = { key, request, arm, slice, follow };
    const there = this.outstanding.get(key);
    const one = there ?? { queued, job: await this.send(queued), waiters: new Set<Waiter>() };
    return new Promise((resolve, reject) => {
      const stop = () => this.cancel(key, waiter, signal.reason as Error);
      const settled = () => signal.removeEventListener('abort', stop);
      const waiter: Waiter = {
        resolve: (result) => (settled(), resolve(result)),
        reject: (reason) => (settled(), reject(reason)),
      };
      // Somebody else may have asked for it while it was sent.
      const { waiters } = this.outstanding.get(key) ?? one;
      if (!this.outstanding.has(key)) this.outstanding.set(key, one);
      waiters.add(waiter);
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
      else this.watch();
    });
  }

  async close(): Promise<void> {
    for (const [key, { waiters }] of [...this.outstanding]) {
      for (const one of [...waiters]) this.cancel(key, one, new Error('The queue was closed.'));
    }
    if (this.timer) clearTimeout(this.timer);
    await this.queue.close();
  }

  /** Keep what the units of a run have in common, once; return its key. */
  private async putRequest({ request }: Unit): Promise<string> {
    const key = requestKey(request);
    if (this.requests.has(key)) return key;
    const row = { key, request: JSON.stringify(request), kept_at: new Date().toISOString() };
    await this.store.write((transaction) =>
      transaction
        .insertInto('unit_request')
        .values(row)
        // Asked for anew, it is needed for longer.
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ kept_at: row.kept_at }))
        .execute(),
    );
    this.requests.add(key);
    return key;
  }

  private async send(queued: QueuedUnit): Promise<string> {
    const id = await this.queue.boss.send(this.queue.name, queued);
    if (id === null) throw new Error('The queue did not take a unit.');
    return id;
  }

  /** Wait no more; a unit that nobody waits for is taken back. */
  private cancel(key: string, waiter: Waiter, reason: Error): void {
    waiter.reject(reason);
    const one = this.outstanding.get(key);
    if (!one?.waiters.delete(waiter) || one.waiters.size > 0) return;
    this.outstanding.delete(key);
    this.queue.boss.cancel(this.queue.name, one.job).catch((error: Error) => {
      process.stderr.write(`A unit could not be taken back from the queue: ${error.message}\n`);
    });
  }

  private watch(): void {
    if (this.beganAt === 0) this.beganAt = performance.now();
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.ask()
        .catch((error: Error) => this.failAll(error))
        .finally(() => this.outstanding.size > 0 && this.watch());
    }, askMs);
  }

  private async ask(): Promise<void> {
    const rows = await this.store.db
      .selectFrom('unit_result')
      .select('key')
      .where('key', 'in', [...this.outstanding.keys()])
      .execute();
    this.hasSeenSomebody ||= rows.length > 0;
    for (const { key } of rows) {
      const waiters = this.take(key);
      await keptResult(this.store, key).then(
        (result) => waiters.forEach((one) => one.resolve(result as UnitResult)),
        (error: RunFailed) => waiters.forEach((one) => one.reject(error)),
      );
    }
    if (performance.now() - this.lookedAt < lookMs || this.outstanding.size === 0) return;
    this.lookedAt = performance.now();
    await this.handOutAgain();
    await this.lookAfterJobs();
    await this.noticeNobody();
  }

  private async noticeNobody(): Promise<void> {
    if (this.hasSeenSomebody || performance.now() - this.beganAt < nobodyMs) return;
    const claim = await this.store.db.selectFrom('unit_claim').select('key').executeTakeFirst();
    this.hasSeenSomebody = true;
    if (!claim) this.options.onNobody?.();
  }

  /** Hand out again what was taken by workers that fell silent. */
  private async handOutAgain(): Promise<void> {
    const keys = [...this.outstanding.keys()];
    const lost = await this.store.db
      .deleteFrom('unit_claim')
      .where('key', 'in', keys)
      .where('heard_at', '<', sql<Date>`now() - make_interval(secs => ${SILENT_SECONDS})`)
      .returning('key')
      .execute();
    for (const { key } of lost) {
      const waiting = this.outstanding.get(key);
      if (waiting) waiting.job = await this.send(waiting.queued);
    }
  }

  /**
   * A unit that broke several workers in a row fails, rather than being waited for. One that was
   * taken by a worker that ended before it could say so is handed out again.
   */
  private async lookAfterJobs(): Promise<void> {
    const keys = [...this.outstanding.keys()];
    if (keys.length === 0) return;
    const claims = await this.store.db
      .selectFrom('unit_claim')
      .select('key')
      .where('key', 'in', keys)
      .execute();
    const claimed = new Set(claims.map(({ key }) => key));
    for (const [key, one] of [...this.outstanding]) {
      const job = await this.queue.boss.getJobById<object>(this.queue.name, one.job);
      // Nobody may wait for it any more by now.
      if (this.outstanding.get(key) !== one) continue;
      if (job?.state === 'failed') {
        const error = new Error(`Workers could not do a unit: ${JSON.stringify(job.output)}`);
        for (const waiter of this.take(key)) waiter.reject(error);
        continue;
      }
      const waitsForWorker = job?.state === 'created' || job?.state === 'retry';
      if (waitsForWorker || claimed.has(key)) delete one.lostSince;
      else one.lostSince ??= performance.now();
      if (performance.now() - (one.lostSince ?? Infinity) < SILENT_SECONDS * 1000) continue;
      delete one.lostSince;
      one.job = await this.send(one.queued);
    }
  }

  private failAll(error: Error): void {
    for (const key of [...this.outstanding.keys()]) {
      for (const waiter of this.take(key)) waiter.reject(error);
    }
  }

  /** Who waits for a unit, which is over for them. */
  private take(key: string): Waiter[] {
    const waiters = [...(this.outstanding.get(key)?.waiters ?? [])];
    this.outstanding.delete(key);
    return waiters;
  }
}
