import type { RunResult } from '$lib/experiment/merge.ts';
import type { RunRequest } from '$lib/experiment/run-request.ts';
import { Interrupted } from './outcome.ts';
import { progressBar, type Progress } from './progress-bar.ts';
import { openRunPool, type RunPool } from './run-pool.ts';
import type { Surroundings } from './surroundings.ts';

/** Enough to keep results of earlier runs whole, where a longer run goes on from a shorter one. */
const KEEPS_ALL = 4 * 1024 * 1024 * 1024;

/** What every run of a command has in common. */
export type Ground = Pick<RunRequest, 'model' | 'baseline' | 'seed' | 'threads' | 'follow'> & {
  workers?: boolean;
};

/**
 * The runs of one command, one after the other on the same threads, with one
 * bar for all of them. Every run throws `Interrupted` once Ctrl-C is pressed.
 */
export class RunSession {
  private readonly opened: Promise<RunPool>;
  private readonly bar: Progress;
  private readonly stop = new AbortController();
  private readonly forget: () => void;
  private done = 0;

  /**
   * `planned` is the number of replications of arms that will be asked for, as far as is known.
   * `goesOn`: the same arms are run for longer and longer.
   */
  constructor(
    private readonly ground: Ground,
    private planned: number,
    surroundings: Surroundings,
    goesOn = false,
  ) {
    const { stderr, onInterrupt } = surroundings;
    this.forget = onInterrupt(() => this.stop.abort(new Interrupted('Stopped.')));
    this.bar = progressBar(stderr);
    const { threads, workers } = ground;
    const where = { threads, workers, ...(goesOn ? { cacheBytes: KEEPS_ALL } : {}) };
    this.opened = openRunPool(where, surroundings);
    // Whoever runs something is told.
    this.opened.catch(() => undefined);
  }

  /** Say that this much more will be asked for than was planned. */
  plan(more: number): void {
    this.planned += more;
  }

  /** Run arms, warmed up under a baseline of their own where one is given, and for as long as is said. */
  async run(
    arms: RunRequest['arms'],
    replications: number,
    baseline = this.ground.baseline,
    warmUpDays?: number,
  ): Promise<RunResult> {
    const { pool, threads } = await this.opened;
    const { model, seed, follow } = this.ground;
    const request = { model, seed, follow, threads, baseline, warmUpDays, arms, replications };
    let run = 0;
    const onProgress = (done: number) => {
      run = done;
      this.bar.update(this.done + done, this.planned);
    };
    const result = await pool.run(request, { signal: this.stop.signal, onProgress });
    this.done += run;
    // What was known from before, or is the same in two arms, was not run.
    this.planned -= arms.length * replications - run;
    return result;
  }

  async close(): Promise<void> {
    await (await this.opened.catch(() => null))?.close();
    this.bar.stop();
    this.forget();
  }
}
