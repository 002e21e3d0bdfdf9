import type { PoolWorker, SpawnWorker, WorkerEvents } from '../../experiment/pool-worker.ts';
import type { WorkRequest } from '../../experiment/prepared-arm.ts';
import type { ToWorker } from '../../experiment/protocol.ts';
import { RunFailed } from '../../experiment/run-failed.ts';
import type { Units } from './unit.ts';

/**
 * Return what starts a “worker” of a pool that has its units done by something else: threads of
 * this machine, or any number of processes on others. The pool merges them as ever.
 */
export function unitSpawn(units: Units): SpawnWorker {
  return (events) => new UnitWorker(units, events);
}

type Run = Extract<ToWorker, { kind: 'run' }>;

class UnitWorker implements PoolWorker {
  private readonly requests = new Map<number, WorkRequest>();
  private readonly stops = new Map<number, AbortController>();
  private isEnded = false;

  constructor(
    private readonly units: Units,
    private readonly events: WorkerEvents,
  ) {}

  post(message: ToWorker): void {
    const { job } = message;
    if (message.kind === 'prepare') this.requests.set(job, message.request);
    else if (message.kind === 'run') void this.run(message);
    else {
      this.requests.delete(job);
      this.stops.get(job)?.abort(new Error('The run was cancelled.'));
    }
  }

  end(): void {
    this.isEnded = true;
    for (const stop of this.stops.values()) stop.abort(new Error('The worker was ended.'));
  }

  private async run({ job, task, arm, slice, follow, wantsPlan }: Run): Promise<void> {
    const request = this.requests.get(job);
    if (!request) throw new Error(`Job ${job} was never prepared.`);
    const stop = new AbortController();
    this.stops.set(job, stop);
    try {
      const done = await this.units.do({ request, arm, slice, follow }, stop.signal);
      if (this.isEnded) return;
      const { plan, warnings, result } = done;
      this.events.message({ kind: 'ready', job, task, plan: wantsPlan ? plan : null, warnings });
      for (let i = 0; i < slice.count; i++) this.events.message({ kind: 'progress', job, task });
      this.events.message({ kind: 'unit-done', job, task, result });
    } catch (error) {
      if (this.isEnded) return;
      if (stop.signal.aborted) this.events.message({ kind: 'stopped', job, task });
      else if (error instanceof RunFailed) {
        const { message, findings } = error;
        this.events.message({ kind: 'failed', job, task, message, findings });
      } else this.events.died(error instanceof Error ? error : new Error(String(error)));
    } finally {
      this.stops.delete(job);
    }
  }
}
