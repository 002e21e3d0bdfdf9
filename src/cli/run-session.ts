import type { RunResult } from '$lib/experiment/merge.ts';
import { localPool } from '$lib/experiment/local-pool.ts';
import type { RunRequest } from '$lib/experiment/run-request.ts';
import { serverPool } from '$lib/experiment/server-pool.ts';
import type { WorkerPool } from '$lib/experiment/worker-pool.ts';
import { Interrupted } from './outcome.ts';
import { progressBar, type Progress } from './progress-bar.ts';
import type { Surroundings } from './surroundings.ts';

/** Enough to keep results of earlier runs whole, where a longer run goes on from a shorter one. */
const KEEPS_ALL = 4 * 1024 * 1024 * 1024;

/** What every run of a command has in common. */
export type Ground = Pick<RunRequest, 'model' | 'baseline' | 'seed' | 'threads' | 'follow'>;

/**
 * The runs of one command, one after the other on the same threads, with one
 * bar for all of them. Every run throws `Interrupted` once Ctrl-C is pressed.
 */
export class RunSession {
  private readonly pool: WorkerPool;
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
    { stderr, onInterrupt }: Surroundings,
    goesOn = false,
  ) {
    this.forget = onInterrupt(() => this.stop.abort(new Interrupted('Stopped.')));
    this.bar = progressBar(stderr);
    const { threads } = ground;
    const cache = goesOn ? { cacheBytes: KEEPS_ALL } : {};
    this.pool = threads === 1 ? localPool(cache) : serverPool({ size: threads, ...cache });
  }

  /** Say that this much more will be asked for than was planned. */
  plan(more: number): void {
    this.planned += more;
  }

  /** Run arms, warmed up under a baseline of their own where one is given. */
  async run(
    arms: RunRequest['arms'],
    replications: number,
    baseline = this.ground.baseline,
  ): Promise<RunResult> {
    const request = { ...this.ground, baseline, arms, replications };
    let run = 0;
    const onProgress = (done: number) => {
      run = done;
      this.bar.update(this.done + done, this.planned);
    };
    const result = await this.pool.run(request, { signal: this.stop.signal, onProgress });
    this.done += run;
    // What was known from before, or is the same in two arms, was not run.
    this.planned -= arms.length * replications - run;
    return result;
  }

  close(): void {
    this.pool.close();
    this.bar.stop();
    this.forget();
  }
}
