import type { Completion } from '$lib/portfolio/complete-yaml.ts';
import CompleteWorker from './complete.worker.ts?worker';

export interface CompletionJob {
  job: number;
  text: string;
  offset: number;
  isScenario: boolean;
}

/** Return what asks a worker, started when first asked, for completions; and what ends it. */
export function completionAsker() {
  let worker: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, (found: Completion | null) => void>();

  function start(): Worker {
    const started = new CompleteWorker();
    started.addEventListener(
      'message',
      ({ data }: MessageEvent<{ job: number; found: Completion | null }>) => {
        waiting.get(data.job)?.(data.found);
        waiting.delete(data.job);
      },
    );
    // Without completions one can still type.
    started.addEventListener('error', () => {
      for (const answer of waiting.values()) answer(null);
      waiting.clear();
    });
    return started;
  }

  return {
    ask(text: string, offset: number, isScenario: boolean): Promise<Completion | null> {
      worker ??= start();
      const job = ++last;
      worker.postMessage({ job, text, offset, isScenario } satisfies CompletionJob);
      return new Promise((resolve) => waiting.set(job, resolve));
    },
    end: () => worker?.terminate(),
  };
}
