/**
 * A draft being simulated in this browser: a first look after a few runs, then sharper and
 * sharper, until it is as sharp as the results that came with the page.
 */
import { armsOfComparison } from '../comparison/effect-arms.ts';
import { summarise } from '../comparison/summarise.ts';
import type { Summary } from '../comparison/summary.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { RunResult } from '../experiment/merge.ts';
import type { RunOptions } from '../experiment/pool-worker.ts';
import { RunFailed } from '../experiment/run-failed.ts';
import type { RunRequest } from '../experiment/run-request.ts';
import type { Change } from '../portfolio/portfolio.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';

/** Id of the draft among the scenarios of a summary. */
export const DRAFT = 'your-scenario';

/** Replications of the first look: the fewest of which a range can be told. */
const firstLook = 2;

/** How long a first look may go on once something newer waits for it to end. */
const patienceMs = 250;

/** Replications after which the page is drawn again. */
const checkpoints = [5, 10, 20, 50, 100];

/** What is needed of a pool of workers; tests bring their own. */
export interface Pool {
  run(request: RunRequest, options: RunOptions): Promise<RunResult>;
  close(): void;
}

export interface LiveRunOptions {
  /** Start the pool, once it is first needed. */
  startPool: () => Pool;
  /** Fetch the model's file, once it is first needed. */
  fetchModel: () => Promise<PortfolioFile>;
  /** What the page's results rest on: the same people, the same luck. */
  run: { seed: number; replications: number; follow: number };
  /** Of the page's results, where there are any: it spares the workers finding it. */
  warmUpDays?: number;
  engine: string;
  portfolio: Summary['portfolio'];
  baseline: { id: string; title: string };
  /** Title of the draft as pages show it. */
  title: string;
}

/** "settled": as sharp as it gets, while what contract dates alone do is still worked out. */
export type LiveState =
  'idle' | 'starting' | 'first look' | 'sharpening' | 'settled' | 'done' | 'stopped' | 'failed';

export class LiveRun {
  /** What is known by now of how it is and of the draft; null until the first look. */
  summary = $state.raw<Summary | null>(null);
  state = $state<LiveState>('idle');
  done = $state(0);
  total = $state(0);
  /** Why it failed. */
  problem = $state('');
  findings = $state.raw<Finding[]>([]);

  readonly #options: LiveRunOptions;
  #pool: Pool | null = null;
  #model: Promise<PortfolioFile> | null = null;
  #abort: AbortController | null = null;
  /** Set while a first look is being worked out: takes what comes next, or null where nothing waits. */
  #look: { next: Change[] | null } | null = null;

  constructor(options: LiveRunOptions) {
    this.#options = options;
  }

  /** True while something is being computed. */
  get isRunning(): boolean {
    return ['starting', 'first look', 'sharpening', 'settled'].includes(this.state);
  }

  /** True once the result is as sharp as it gets: only then may differences be called clear. */
  get isSettled(): boolean {
    return this.state === 'settled' || this.state === 'done';
  }

  /**
   * Get ready for a first change: the workers started, the model here, how it is now run as far as a
   * first look needs it, and one other scenario, so that nothing is done for the first time later.
   */
  async warmUp(other: Change[]): Promise<void> {
    const pool = (this.#pool ??= this.#options.startPool());
    const request = this.#request(await this.#fetch(), other);
    if (this.#pool !== pool) return;
    const result = await pool.run(
      { ...request, arms: plainArms(request), replications: firstLook },
      {},
    );
    this.#summarise(result);
  }

  /**
   * Simulate these changes in place of what was being simulated before.
   *
   * While a lever is dragged, changes come faster than first looks: one that is nearly there is
   * shown, and then the newest change has its turn.
   */
  async start(changes: Change[]): Promise<void> {
    const look = this.#look;
    if (!look) return this.#begin(changes);
    const isWaitedFor = look.next !== null;
    look.next = changes;
    if (isWaitedFor) return;
    await new Promise((resolve) => setTimeout(resolve, patienceMs));
    if (this.#look !== look) return;
    this.#look = null;
    await this.#begin(look.next);
  }

  async #begin(changes: Change[]): Promise<void> {
    this.#abort?.abort();
    const look: { next: Change[] | null } = { next: null };
    this.#look = look;
    const abort = new AbortController();
    this.#abort = abort;
    this.state = 'starting';
    this.problem = '';
    this.findings = [];
    this.done = 0;
    this.total = 0;
    try {
      const raw = await this.#fetch();
      if (abort.signal.aborted) return;
      const pool = (this.#pool ??= this.#options.startPool());
      const request = this.#request(raw, changes);
      // How sure the difference is comes first; the runs without assumed effects, which tell contract
      // dates from the rest, come after. What was run is not run again.
      const plain = { ...request, arms: plainArms(request) };
      const { signal } = abort;
      const few = Math.min(firstLook, request.replications);
      const first = await pool.run({ ...plain, replications: few }, { signal });
      this.#show(first, abort, 'first look');
      if (this.#look === look) this.#look = null;
      if (look.next) return await this.#begin(look.next);
      const onProgress = (done: number, total: number) => {
        if (this.#abort !== abort) return;
        this.done = done;
        this.total = total;
      };
      const onPartial = (partial: RunResult) =>
        this.#show(partial, abort, partial.replications < 10 ? 'first look' : 'sharpening');
      const sharp = await pool.run(plain, { checkpoints, signal, onPartial, onProgress });
      this.#show(sharp, abort, 'settled');
      this.#show(await pool.run(request, { signal, onProgress }), abort, 'done');
    } catch (error) {
      if (abort.signal.aborted || this.#abort !== abort) return;
      this.#look = null;
      this.state = 'failed';
      this.problem = error instanceof Error ? error.message : String(error);
      this.findings = error instanceof RunFailed ? error.findings : [];
      this.summary = null;
    }
  }

  /** Stop computing, and keep what is known. */
  stop(): void {
    if (!this.isRunning) return;
    this.#giveUp();
    this.state = 'stopped';
  }

  /** Forget the result: there is nothing to simulate. */
  clear(): void {
    this.#giveUp();
    this.state = 'idle';
    this.summary = null;
    this.problem = '';
    this.findings = [];
  }

  /** End the workers: the page is left. */
  close(): void {
    this.clear();
    this.#pool?.close();
    this.#pool = null;
  }

  #giveUp(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.#look = null;
  }

  #fetch(): Promise<PortfolioFile> {
    this.#model ??= this.#options.fetchModel().catch((error: unknown) => {
      // A lost network may come back: the next change asks again.
      this.#model = null;
      throw error;
    });
    return this.#model;
  }

  #request(raw: PortfolioFile, changes: Change[]): RunRequest {
    const { portfolio, baseline, run, warmUpDays } = this.#options;
    return {
      model: { id: portfolio.id, raw },
      baseline: [],
      warmUpDays,
      arms: armsOfComparison([
        { id: baseline.id, changes: [] },
        { id: DRAFT, changes },
      ]),
      // As many as the pool has: it is this person's own computer.
      threads: Number.MAX_SAFE_INTEGER,
      ...run,
    };
  }

  #show(result: RunResult, abort: AbortController, state: LiveState): void {
    if (this.#abort !== abort) return;
    this.summary = this.#summarise(result);
    this.state = state;
  }

  #summarise(result: RunResult): Summary {
    const { engine, portfolio, baseline, title } = this.#options;
    return summarise({
      engine,
      portfolio,
      result,
      scenarios: [
        { ...baseline, story: '' },
        { id: DRAFT, title, story: '' },
      ],
      baseline: baseline.id,
    });
  }
}

/** The arms that have their assumed effects. */
function plainArms({ arms }: RunRequest): RunRequest['arms'] {
  return arms.filter(({ withoutEffects }) => !withoutEffects);
}
