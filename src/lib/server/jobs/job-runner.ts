import { randomUUID } from 'node:crypto';
import type { WorkerPool } from '../../experiment/worker-pool.ts';
import type { UnitPool } from './open-units.ts';
import type { Store } from '../store/store.ts';
import type { JobTable } from '../store/tables.ts';

/** What a kind of job may use while it runs. */
export interface JobTools {
  pool: WorkerPool;
  /** How many units may be under way at a time. */
  threads: number;
  /** Aborted when the job is cancelled or the process stops. */
  signal: AbortSignal;
  /** From 0 to 1. */
  onProgress: (share: number) => void;
  /** Throws where it was cancelled: to be called last before something that cannot be undone. */
  confirm: () => Promise<void>;
}

/** Does one kind of job; what it returns is kept as JSON. A thrown error's message is shown. */
export type JobKind = (request: unknown, tools: JobTools) => Promise<unknown>;

/** How often it looks for a job, and says how far the one it has is. */
const lookMs = 500;

/** A runner that was not heard of for this long is dead, and its job goes on elsewhere. */
const silentMs = 20_000;

class Cancelled extends Error {}
class Stopped extends Error {}

/** Takes jobs from the store, one at a time, oldest first, and sees each to its end. */
export class JobRunner {
  private readonly id = randomUUID();
  private readonly stopping = new AbortController();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private going: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: Store,
    /** See `unitVersion`. */
    private readonly engine: string,
    private readonly kinds: Record<string, JobKind>,
    private readonly units: Pick<UnitPool, 'pool' | 'atOnce'>,
  ) {}

  /** Look for jobs from now on. */
  start(): void {
    if (this.stopping.signal.aborted) return;
    this.going = this.look()
      .catch((error: Error) => {
        process.stderr.write(`Jobs cannot be read: ${error.message}\n`);
        return false;
      })
      .then((found) => {
        if (this.stopping.signal.aborted) return;
        this.timer = setTimeout(() => this.start(), found ? 0 : lookMs);
        // Whoever has nothing else to do may end.
        this.timer.unref();
      });
  }

  /** Stop at once: what is under way is taken up again by whoever runs jobs next. */
  async stop(): Promise<void> {
    this.stopping.abort(new Stopped('The process stops.'));
    if (this.timer) clearTimeout(this.timer);
    await this.going;
  }

  private async look(): Promise<boolean> {
    const job = await this.take();
    if (job) await this.see(job);
    return job !== null;
  }

  /** Take the oldest job that nobody works on. */
  private async take(): Promise<JobTable | null> {
    const now = new Date();
    const silent = new Date(now.getTime() - silentMs).toISOString();
    const isFree = await this.free(silent).select('id').limit(1).executeTakeFirst();
    if (!isFree) return null;
    return this.store.write(async (transaction) => {
      const job = await this.free(silent, transaction).selectAll().limit(1).executeTakeFirst();
      if (!job) return null;
      const set = {
        ...{ state: 'running' as const, runner: this.id, heard_at: now.toISOString() },
        began_at: job.began_at ?? now.toISOString(),
      };
      await transaction.updateTable('job').set(set).where('id', '=', job.id).execute();
      return { ...job, ...set };
    });
  }

  private free(silent: string, db = this.store.db) {
    return db
      .selectFrom('job')
      .where(({ or, and, eb }) =>
        or([
          eb('state', '=', 'waiting'),
          and([eb('state', '=', 'running'), eb('heard_at', '<', silent)]),
        ]),
      )
      .orderBy('asked_at')
      .orderBy('id');
  }

  private async see(job: JobTable): Promise<void> {
    const cancel = new AbortController();
    const signal = AbortSignal.any([cancel.signal, this.stopping.signal]);
    let share = job.share;
    const said = setInterval(() => {
      this.say(job.id, share).then(
        (isOurs) => isOurs || cancel.abort(new Cancelled('It was cancelled.')),
        (error: Error) => process.stderr.write(`A job cannot be kept up: ${error.message}\n`),
      );
    }, lookMs);
    const confirm = async () => {
      signal.throwIfAborted();
      if (await this.say(job.id, share)) return;
      cancel.abort(new Cancelled('It was cancelled.'));
      signal.throwIfAborted();
    };
    try {
      const result = await this.run(job, signal, (now) => (share = now), confirm);
      await this.end(job.id, { state: 'done', share: 1, result: JSON.stringify(result) });
    } catch (error) {
      if (cancel.signal.aborted) return;
      if (this.stopping.signal.aborted) await this.leave(job.id);
      else await this.end(job.id, { state: 'failed', problem: (error as Error).message });
    } finally {
      clearInterval(said);
    }
  }

  private async run(
    { kind, engine, request }: JobTable,
    signal: AbortSignal,
    onProgress: (share: number) => void,
    confirm: () => Promise<void>,
  ): Promise<unknown> {
    if (engine !== this.engine) {
      throw new Error(
        'Bide was changed since this run was asked for, and a run is never put together from two ' +
          'versions. Ask for it again.',
      );
    }
    if (!Object.hasOwn(this.kinds, kind)) throw new Error(`There is no kind of run “${kind}”.`);
    const { pool, atOnce } = this.units;
    const tools = { pool, threads: atOnce, signal, onProgress, confirm };
    return this.kinds[kind](JSON.parse(request), tools);
  }

  /** Say how far a job is; false where it is no longer ours: cancelled, or taken over. */
  private async say(id: string, share: number): Promise<boolean> {
    const rows = await this.ours(id, { share, heard_at: new Date().toISOString() });
    return rows > 0;
  }

  private async end(id: string, what: Partial<JobTable>): Promise<void> {
    await this.ours(id, { ...what, ended_at: new Date().toISOString() });
  }

  /** Put a job back, for whoever comes next. */
  private async leave(id: string): Promise<void> {
    await this.ours(id, { state: 'waiting', runner: null, heard_at: null });
  }

  private async ours(id: string, what: Partial<JobTable>): Promise<number> {
    const { numUpdatedRows } = await this.store.write((transaction) =>
      transaction
        .updateTable('job')
        .set(what)
        .where('id', '=', id)
        .where('state', '=', 'running')
        .where('runner', '=', this.id)
        .executeTakeFirst(),
    );
    return Number(numUpdatedRows);
  }
}
