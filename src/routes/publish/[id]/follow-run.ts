/** Following the run that publishes a draft, until it is over. */
import type { Job } from '$lib/server/jobs/jobs.ts';

/** What a page says of a run. */
export type RunShown = Pick<Job, 'id' | 'state' | 'share' | 'problem'>;

export function isUnderWay(run: RunShown | null): boolean {
  return run?.state === 'waiting' || run?.state === 'running';
}

/** Why nothing is heard of a run. */
export type Silence = 'out of reach' | 'signed out';

export interface Following {
  /** Ask how far it is; throws or says that the server is out of reach where there is no answer now. */
  ask: () => Promise<RunShown | Silence>;
  /** Told of every answer, and each time of why there is none. */
  onAnswer: (answer: RunShown | Silence) => void;
  /** Waits until the next question is due. */
  pause: () => Promise<void>;
  signal: AbortSignal;
}

/**
 * Ask how far a run is, each question after the answer to the one before, until it is over, nobody is
 * signed in who may know, or the signal says to stop. True where it is over.
 */
export async function followRun({ ask, onAnswer, pause, signal }: Following): Promise<boolean> {
  for (;;) {
    await pause();
    if (signal.aborted) return false;
    // What was not answered is asked again: the run goes on without the page.
    const answer = await ask().catch(() => 'out of reach' as const);
    if (signal.aborted) return false;
    onAnswer(answer);
    if (answer === 'signed out') return false;
    if (answer !== 'out of reach' && !isUnderWay(answer)) return true;
  }
}
