import type { PrepareArm, PreparedArm, WorkRequest } from './prepared-arm.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { RunFailed } from './run-failed.ts';
import { Unit } from './unit.ts';

/** How many compiled arms a worker keeps: a comparison of six, with and without effects. */
const KEPT_ARMS = 12;

type RunMessage = Extract<ToWorker, { kind: 'run' }>;

/**
 * What a worker does with messages, wherever it lives: browser, thread or page.
 *
 * `post` sends an answer; `pause` resolves once messages that have come in the
 * meantime were received, which is how a cancel is heard before a replication is over.
 * Compiled arms are kept from job to job, so that the baseline is compiled once.
 */
export class WorkerCore {
  private readonly requests = new Map<number, WorkRequest>();
  private readonly arms = new Map<string, PreparedArm>();
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly prepare: PrepareArm,
    private readonly post: (message: FromWorker) => void,
    private readonly pause: () => Promise<void>,
  ) {}

  /** Take in one message; answers follow by `post`. */
  receive(message: ToWorker): void {
    switch (message.kind) {
      case 'prepare':
        this.requests.set(message.job, message.request);
        break;
      case 'cancel':
        this.requests.delete(message.job);
        break;
      case 'run':
        this.work = this.work.then(() => this.run(message));
        break;
    }
  }

  private async run(message: RunMessage): Promise<void> {
    const { job, task } = message;
    try {
      await this.runTask(message);
    } catch (error) {
      // Sent on, not hidden: the pool rejects the whole run with it.
      const findings = error instanceof RunFailed ? error.findings : [];
      const text = error instanceof Error ? error.message : String(error);
      this.post({ kind: 'failed', job, task, message: text, findings });
    }
  }

  private async runTask({ job, task, key, arm, slice, follow, wantsPlan }: RunMessage) {
    const request = this.requests.get(job);
    if (!request) return this.post({ kind: 'stopped', job, task });
    const prepared = this.armOf(key, () => this.prepare(request, arm));
    const [plan, warnings] = wantsPlan ? [prepared.plan, prepared.warnings ?? []] : [null, []];
    this.post({ kind: 'ready', job, task, plan, warnings });
    const unit = new Unit(prepared, request.seed, slice, follow);
    while (!unit.isDone) {
      await this.pause();
      if (!this.requests.has(job)) return this.post({ kind: 'stopped', job, task });
      if (unit.advance()) this.post({ kind: 'progress', job, task });
    }
    return this.post({ kind: 'unit-done', job, task, result: unit.finish() });
  }

  /** Return the compiled arm, the most recently used last; compile it if it is not kept. */
  private armOf(key: string, compile: () => PreparedArm): PreparedArm {
    const prepared = this.arms.get(key) ?? compile();
    this.arms.delete(key);
    this.arms.set(key, prepared);
    if (this.arms.size > KEPT_ARMS) this.arms.delete(this.arms.keys().next().value as string);
    return prepared;
  }
}
