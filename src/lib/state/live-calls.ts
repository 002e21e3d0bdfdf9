import { RunFailed } from '../experiment/run-failed.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';
import type { FromLive, ToLive } from './live-messages.ts';
import type { Summed, SumOptions, SummingPool } from './summing-pool.ts';

/** What is needed of a worker; tests bring their own. */
export interface LiveWorker {
  post(message: ToLive): void;
  end(): void;
}

export interface LiveEvents {
  message: (message: FromLive) => void;
  died: (reason: string) => void;
}

export type StartLive = (events: LiveEvents) => LiveWorker;

interface Job {
  options: SumOptions;
  resolve: (summed: Summed) => void;
  reject: (reason: unknown) => void;
}

/**
 * Return a pool that lives in a worker of its own, with its workers, so that the page has nothing to
 * do but to draw. The worker starts at once; where it dies its runs are rejected, and the next run
 * starts another.
 */
export function liveCalls(start: StartLive): SummingPool {
  const jobs = new Map<number, Job>();
  let count = 0;

  /** The model that the worker has. */
  let sent: PortfolioFile | null = null;

  const spawn = () => {
    sent = null;
    return start({
      message: hear,
      died: (reason) => {
        worker?.end();
        worker = null;
        const all = [...jobs.values()];
        jobs.clear();
        for (const { reject } of all) reject(new Error(reason));
      },
    });
  };
  let worker: LiveWorker | null = spawn();

  function hear(message: FromLive): void {
    const job = jobs.get(message.job);
    if (!job) return;
    switch (message.kind) {
      case 'partial':
        return job.options.onPartial?.(message.summed);
      case 'progress':
        return job.options.onProgress?.(message.done, message.total);
      case 'restart':
        return job.options.onRestart?.(new Error(message.reason));
      case 'done':
        jobs.delete(message.job);
        return job.resolve(message.summed);
      case 'failed':
        jobs.delete(message.job);
        return job.reject(new RunFailed(message.message, message.findings));
    }
  }

  return {
    run: (request, summing, options) =>
      new Promise((resolve, reject) => {
        const { signal, checkpoints = [] } = options;
        if (signal?.aborted) return reject(signal.reason as Error);
        const job = (count += 1);
        jobs.set(job, { options, resolve, reject });
        signal?.addEventListener(
          'abort',
          () => {
            if (!jobs.delete(job)) return;
            worker?.post({ kind: 'cancel', job });
            reject(signal.reason as Error);
          },
          { once: true },
        );
        worker ??= spawn();
        const { model } = request;
        const isThere = model.raw === sent;
        sent = model.raw;
        worker.post({
          ...{ kind: 'run', job, summing, checkpoints },
          request: { ...request, model: isThere ? null : model },
        });
      }),
    close: () => {
      worker?.end();
      worker = null;
      const all = [...jobs.values()];
      jobs.clear();
      for (const { reject } of all) reject(new Error('The page was left.'));
    },
  };
}
