import type { PoolWorker, SpawnWorker } from '../../experiment/pool-worker.ts';
import type { WorkRequest } from '../../experiment/prepared-arm.ts';
import type { FromWorker } from '../../experiment/protocol.ts';
import { RunFailed } from '../../experiment/run-failed.ts';
import { armKey } from '../../experiment/run-request.ts';
import type { MeasurePlan } from '../../measures/measure.ts';
import { requestKey, type Unit, type UnitResult, type Units } from './unit.ts';

/** How long a thread that was told to stop may go on before it is ended. */
const stopMs = 3000;

/** Does units on threads of this machine, one at a time on each; more than that wait. */
export class ThreadUnits implements Units {
  private readonly free: UnitThread[] = [];
  private readonly all: UnitThread[] = [];
  private readonly waiting: ((thread: UnitThread) => void)[] = [];

  /** `spawn` starts a thread; `size` of them, when there is work. */
  constructor(
    private readonly spawn: SpawnWorker,
    private readonly size: number,
  ) {}

  async do(unit: Unit, signal: AbortSignal): Promise<UnitResult> {
    signal.throwIfAborted();
    const thread = await this.take();
    try {
      return await thread.do(unit, signal);
    } finally {
      const next = this.waiting.shift();
      if (next) next(thread);
      else this.free.push(thread);
    }
  }

  close(): void {
    for (const thread of this.all) thread.end();
  }

  private async take(): Promise<UnitThread> {
    const free = this.free.pop();
    if (free) return free;
    if (this.all.length < this.size) {
      const thread = new UnitThread(this.spawn);
      this.all.push(thread);
      return thread;
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

interface Doing {
  unit: Unit;
  plan: MeasurePlan | null;
  warnings: UnitResult['warnings'];
  resolve: (result: UnitResult) => void;
  reject: (reason: Error) => void;
}

/** One thread, started when it is first needed and again after it died. */
class UnitThread {
  private worker: PoolWorker | null = null;
  private doing: Doing | null = null;
  private job = 0;
  private knows = '';

  constructor(private readonly spawn: SpawnWorker) {}

  do(unit: Unit, signal: AbortSignal): Promise<UnitResult> {
    signal.throwIfAborted();
    return new Promise<UnitResult>((resolve, reject) => {
      const worker = (this.worker ??= this.start());
      const doing: Doing = { unit, plan: null, warnings: [], resolve, reject };
      this.doing = doing;
      this.prepare(worker, unit.request);
      const { arm, slice, follow } = unit;
      const key = armKey(this.knows, unit.request, arm);
      const said = { job: this.job, task: 0, key, arm, slice, follow, wantsPlan: true };
      const stop = () => {
        worker.post({ kind: 'cancel', job: this.job });
        this.knows = '';
        setTimeout(() => this.doing === doing && this.bury(new Error('It did not stop.')), stopMs);
      };
      signal.addEventListener('abort', stop, { once: true });
      const settled = () => signal.removeEventListener('abort', stop);
      doing.resolve = (result) => (settled(), resolve(result));
      doing.reject = (reason) => (settled(), reject(signal.aborted ? signal.reason : reason));
      worker.post({ kind: 'run', ...said });
    });
  }

  end(): void {
    this.bury(new Error('The thread was ended.'));
  }

  private prepare(worker: PoolWorker, request: WorkRequest): void {
    const key = requestKey(request);
    if (key === this.knows) return;
    if (this.knows !== '') worker.post({ kind: 'cancel', job: this.job });
    this.knows = key;
    this.job += 1;
    worker.post({ kind: 'prepare', job: this.job, request });
  }

  private start(): PoolWorker {
    const worker: PoolWorker = this.spawn({
      message: (message) => this.worker === worker && this.hear(message),
      died: (reason) => this.worker === worker && this.bury(reason),
    });
    this.knows = '';
    return worker;
  }

  private hear(message: FromWorker): void {
    const { doing } = this;
    if (!doing || message.job !== this.job) return;
    if (message.kind === 'ready') {
      doing.plan = message.plan;
      doing.warnings = message.warnings;
    } else if (message.kind === 'unit-done') {
      this.doing = null;
      if (!doing.plan) throw new Error('A unit was done before its arm was ready.');
      doing.resolve({ plan: doing.plan, warnings: doing.warnings, result: message.result });
    } else if (message.kind !== 'progress') {
      this.doing = null;
      doing.reject(
        message.kind === 'failed'
          ? new RunFailed(message.message, message.findings)
          : new Error('The unit was stopped.'),
      );
    }
  }

  private bury(reason: Error): void {
    this.worker?.end();
    this.worker = null;
    const { doing } = this;
    this.doing = null;
    doing?.reject(reason);
  }
}
