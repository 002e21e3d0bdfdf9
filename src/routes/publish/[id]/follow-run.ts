/** Following the run that publishes a draft, until it is over. */
import type { Job } from '$lib/server/jobs/jobs.ts';

/** What a page says of a run. */
export type RunShown = Pick<Job, 'id' | 'state' | 'share' | 'problem'>;

export function isUnderWay(run: RunShown | null): boolean {
  return run?.state === 'waiting' || run?.state === 'running';
}

export interface Following {
  /** Ask how far it is; throws or gives null where there is no answer now. */
  ask: () => Promise<RunShown | null>;
  /** Told of every answer. */
  onAnswer: (run: RunShown) => void;
  /** Waits until the next question is due. */
  pause: () => Promise<void>;
  signal: AbortSignal;
}

/**
 * Ask how far a run is, each question after the answer to the one before, until it is over or the
 * signal says to stop. True where it is over.
 */
export async function followRun({ ask, onAnswer, pause, signal }: Following): Promise<boolean> {
  for (;;) {
    await pause();
    if (signal.aborted) return false;
    // What was not answered is asked again: the run goes on without the page.
    const run = await ask().catch(() => null);
    if (signal.aborted) return false;
    if (!run) continue;
    onAnswer(run);
    if (!isUnderWay(run)) return true;
  }
}
