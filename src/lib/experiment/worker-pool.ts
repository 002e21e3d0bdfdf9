import { ArmCache, sliceKey } from './arm-cache.ts';
import { Job, type Task } from './job.ts';
import type { RunResult } from './merge.ts';
import { ModelNames } from './model-names.ts';
import type { PoolOptions, PoolWorker, RunOptions, SpawnWorker } from './pool-worker.ts';
import type { FromWorker } from './protocol.ts';
import { RunFailed } from './run-failed.ts';
import type { RunRequest } from './run-request.ts';

/** How long a worker may take to answer a cancel before it is ended. */
const CANCEL_MS = 300;

/**
 * At most, where replications are known to take longer: to end a worker loses its compiled arms and
 * warmed states, which takes the next one longer to make again than a replication takes to end.
 */
const MOST_CANCEL_MS = 5000;

/** The same while it compiles an arm: that cannot be interrupted, and the next run needs it too. */
const PREPARE_MS = 15_000;

/** How often a task may cost a worker its life before the run fails. */
const MOST_DEATHS = 3;

const CACHE_BYTES = 128 * 1024 * 1024;

interface Run {
  id: number;
  job: Job;
  options: RunOptions;
  inFlight: number;
  resolve: (result: RunResult) => void;
  reject: (reason: unknown) => void;
}

interface Work {
  run: Run;
  task: Task;
  number: number;
  /** True once the arm is compiled. */
  isReady: boolean;
  replications: number;
  /** When it was last heard of, in milliseconds. */
  heardAt: number;
}

interface Slot {
  /** Null after it died, until there is work again: a worker that cannot start must not loop. */
  worker: PoolWorker | null;
  /** Slices that it ran last, whose warmed states it may still have. */
  had: Set<string>;
  /** The jobs whose request it was sent. */
  knows: Set<number>;
  working: Work | null;
}

/**
 * Workers that stay, and the runs they work on.
 *
 * Several runs may go on at once; a free worker goes to the run with the
 * fewest. A worker that dies is replaced and its task done again. Nothing here
 * reaches a bit of a result: see `slices.ts` and `mergeSlices`.
 */
export class WorkerPool {
  private readonly slots: Slot[] = [];
  private readonly runs = new Set<Run>();
  private readonly cache: ArmCache;
  private readonly models = new ModelNames();
  private numbers = 0;
  /** How long a replication took, the last time one was waited for. */
  private replicationMs = 0;
  private isClosed = false;

  constructor(
    private readonly spawn: SpawnWorker,
    { size, cacheBytes = CACHE_BYTES }: PoolOptions,
  ) {
    this.cache = new ArmCache(cacheBytes);
    for (let i = 0; i < Math.max(1, size); i++) this.slots.push(this.newSlot());
  }

  /**
   * Run a request to its last replication and return the result.
   *
   * Rejects with `RunFailed` when the model or our code is at fault, and with
   * the signal's reason when it was aborted; the pool stays usable either way.
   */
  run(request: RunRequest, options: RunOptions = {}): Promise<RunResult> {
    return new Promise((resolve, reject) => {
      if (this.isClosed) throw new RunFailed('The pool of workers is closed.');
      options.signal?.throwIfAborted();
      const job = new Job(
        request,
        this.models.nameOf(request.model.raw),
        this.cache,
        options.checkpoints,
      );
      const abort = () => this.giveUp(run, options.signal?.reason);
      const settled = () => options.signal?.removeEventListener('abort', abort);
      const run: Run = {
        id: ++this.numbers,
        job,
        options,
        inFlight: 0,
        resolve: (result) => (settled(), resolve(result)),
        reject: (reason) => (settled(), reject(reason as Error)),
      };
      options.signal?.addEventListener('abort', abort, { once: true });
      this.runs.add(run);
      this.report(run);
      this.dispatch();
    });
  }

  /** End every worker and reject what is still going on. */
  close(): void {
    this.isClosed = true;
    for (const run of this.runs) run.reject(new RunFailed('The pool of workers was closed.'));
    this.runs.clear();
    for (const slot of this.slots.splice(0)) slot.worker?.end();
  }

  private dispatch(): void {
    for (const slot of this.slots) {
      if (slot.working) continue;
      const run = this.nextRun();
      if (!run) return;
      this.give(slot, run);
    }
  }

  private nextRun(): Run | undefined {
    return [...this.runs]
      .filter(({ job, inFlight }) => job.hasTasks && inFlight < Math.max(1, job.request.threads))
      .sort((a, b) => a.inFlight - b.inFlight || a.id - b.id)[0];
  }

  private give(slot: Slot, run: Run): void {
    const task = run.job.takeTask(slot.had);
    remember(slot.had, sliceKey(task.slice));
    const { model, baseline, warmUpDays, seed, follow = 0 } = run.job.request;
    const worker = (slot.worker ??= this.startWorker(slot));
    if (!slot.knows.has(run.id)) {
      slot.knows.add(run.id);
      worker.post({ kind: 'prepare', job: run.id, request: { model, baseline, warmUpDays, seed } });
    }
    run.inFlight += 1;
    slot.working = {
      run,
      task,
      number: ++this.numbers,
      isReady: false,
      replications: 0,
      heardAt: performance.now(),
    };
    worker.post({
      kind: 'run',
      job: run.id,
      task: slot.working.number,
      key: task.key,
      arm: task.arm,
      slice: task.slice,
      follow,
      wantsPlan: task.kept.plan === null,
    });
  }

  private hear(slot: Slot, message: FromWorker): void {
    const { working } = slot;
    if (!working || message.job !== working.run.id) return;
    const { run, task } = working;
    switch (message.kind) {
      case 'ready':
        working.isReady = true;
        working.heardAt = performance.now();
        if (message.plan && !task.kept.plan) {
          task.kept.plan = message.plan;
          task.kept.warnings = message.warnings;
        }
        return;
      case 'progress':
        working.replications += 1;
        this.replicationMs = performance.now() - working.heardAt;
        working.heardAt += this.replicationMs;
        run.job.done += 1;
        if (this.runs.has(run)) run.options.onProgress?.(run.job.done, run.job.total);
        return;
      case 'unit-done':
        this.free(slot);
        run.job.accept(task, message.result);
        if (this.runs.has(run)) this.report(run);
        break;
      case 'stopped':
        this.free(slot);
        break;
      case 'failed':
        this.free(slot);
        this.giveUp(run, new RunFailed(message.message, message.findings));
        break;
    }
    this.dispatch();
  }

  /** Tell the caller of a run what is known by now, and let it go when that is all. */
  private report(run: Run): void {
    const { job } = run;
    const checkpoint = job.passCheckpoint();
    if (job.isComplete) {
      this.forget(run);
      run.resolve(job.result(job.request.replications));
    } else if (checkpoint !== null) {
      run.options.onPartial?.(job.result(checkpoint));
    }
  }

  /** Stop working on a run and reject it; workers that do not stop in time are replaced. */
  private giveUp(run: Run, reason: unknown): void {
    if (!this.runs.has(run)) return;
    this.forget(run);
    run.reject(reason);
    for (const slot of this.slots) {
      if (slot.working?.run === run) this.awaitAnswer(slot, slot.working, 0);
    }
  }

  private forget(run: Run): void {
    this.runs.delete(run);
    for (const slot of this.slots) {
      if (slot.knows.delete(run.id)) slot.worker?.post({ kind: 'cancel', job: run.id });
    }
  }

  /** Replace a worker that was told to stop and goes on for too long. */
  private awaitAnswer(slot: Slot, working: Work, waitedMs: number): void {
    setTimeout(() => {
      if (this.isClosed || slot.working !== working) return;
      const waited = waitedMs + CANCEL_MS;
      const patienceMs = working.isReady
        ? Math.min(MOST_CANCEL_MS, 2 * this.replicationMs)
        : PREPARE_MS;
      if (waited < patienceMs) {
        this.awaitAnswer(slot, working, waited);
        return;
      }
      slot.worker?.end();
      this.slots[this.slots.indexOf(slot)] = this.newSlot();
      this.dispatch();
    }, CANCEL_MS);
  }

  /** A worker died: do its task again, unless it has cost too many workers already. */
  private bury(slot: Slot, reason: Error): void {
    if (!this.slots.includes(slot)) return;
    const { working } = slot;
    slot.worker?.end();
    slot.worker = null;
    slot.knows.clear();
    slot.had.clear();
    this.free(slot);
    if (working && this.runs.has(working.run)) {
      const { run, task, replications } = working;
      run.job.done -= replications;
      task.deaths += 1;
      if (task.deaths < MOST_DEATHS) {
        run.job.giveBack(task);
        run.options.onRestart?.(reason);
      } else
        this.giveUp(run, new RunFailed(`A worker died: ${reason.message}`, [], { cause: reason }));
    }
    this.dispatch();
  }

  private free(slot: Slot): void {
    if (slot.working) slot.working.run.inFlight -= 1;
    slot.working = null;
  }

  private newSlot(): Slot {
    const slot: Slot = { worker: null, had: new Set(), knows: new Set(), working: null };
    slot.worker = this.startWorker(slot);
    return slot;
  }

  private startWorker(slot: Slot): PoolWorker {
    const worker: PoolWorker = this.spawn({
      message: (message) => slot.worker === worker && this.hear(slot, message),
      died: (reason) => slot.worker === worker && this.bury(slot, reason),
    });
    return worker;
  }
}

/** Slices a worker is taken to have the warmed states of: the first ten and two more. */
const REMEMBERED = 12;

function remember(had: Set<string>, slice: string): void {
  had.delete(slice);
  had.add(slice);
  if (had.size > REMEMBERED) had.delete(had.values().next().value as string);
}
