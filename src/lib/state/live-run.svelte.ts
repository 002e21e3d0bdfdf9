/**
 * Scenarios that people made being simulated in this browser: a first look after a few runs, then
 * sharper and sharper, until they are as sharp as the results that came with the page.
 */
import { armsOfComparison } from '../comparison/effect-arms.ts';
import type { Summary } from '../comparison/summary.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { RunFailed } from '../experiment/run-failed.ts';
import type { RunRequest } from '../experiment/run-request.ts';
import type { Change } from '../portfolio/portfolio.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';
import { KnownRuns, type KnownRun } from './known-runs.ts';
import type { Shows, Summed, Summing, SummingPool, SumOptions } from './summing-pool.ts';

/** Id of the draft among the scenarios of a summary. */
export const DRAFT = 'your-scenario';

/** A scenario to be worked out beside how it is now. */
export interface RunScenario {
  /** Unique among those worked out together. */
  id: string;
  title: string;
  changes: Change[];
}

/** Replications of the first look: the fewest of which a range can be told. */
const firstLook = 2;

/** How long a first look may go on once something newer waits for it to end. */
const patienceMs = 250;

/** Replications after which the page is drawn again. */
const checkpoints = [5, 10, 20, 50, 100];

export interface LiveRunOptions {
  /** Start the pool, once it is first needed. */
  startPool: () => SummingPool;
  /** Fetch the model's file, once it is first needed. */
  fetchModel: () => Promise<PortfolioFile>;
  /** What the page's results rest on: the same people, the same luck. */
  run: { seed: number; replications: number; follow: number };
  /** Of the page's results, where there are any: it spares the workers finding it. */
  warmUpDays?: number;
  engine: string;
  portfolio: Summary['portfolio'];
  baseline: { id: string; title: string };
  /** Which measures the page shows; others are not worked out. */
  shows: Shows;
}

/** "settled": as sharp as it gets, while what is left without assumed effects is worked out. */
export type LiveState =
  'idle' | 'starting' | 'first look' | 'sharpening' | 'settled' | 'done' | 'stopped' | 'failed';

interface Expected {
  scenarios: readonly RunScenario[];
  key: string;
  abort: AbortController;
  run: Promise<Summed>;
}

export class LiveRun {
  /** What is known by now of how it is and of the scenarios; null until the first look. */
  summary = $state.raw<Summary | null>(null);
  state = $state<LiveState>('idle');
  done = $state(0);
  total = $state(0);
  /** Why it failed. */
  problem = $state('');
  findings = $state.raw<Finding[]>([]);
  /** By scenario: what its changes may mislead about and the model without them does not. */
  warnings = $state.raw<Record<string, Finding[]>>({});
  /** How often a worker stopped and another did its work again. */
  restarts = $state(0);

  readonly #options: LiveRunOptions;
  #pool: SummingPool | null = null;
  #model: Promise<PortfolioFile> | null = null;
  #abort: AbortController | null = null;
  /** Ends what is done to get ready. */
  #practice: AbortController | null = null;
  /** Set while a first look is being worked out: takes what comes next, or null where nothing waits. */
  #look: { next: readonly RunScenario[] | null } | null = null;
  /** What is probably asked for next, until its turn comes. */
  #wished: readonly RunScenario[] | null = null;
  /** A first look that is worked out before it is asked for. */
  #expected: Expected | null = null;
  readonly #known = new KnownRuns();
  /** Of which scenarios a result was asked for last, and of which one stands there. */
  #asked = '';
  #shown = '';

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
   * first look needs it, and some other scenarios, one after the other: what browsers do for the first
   * time takes them three times as long. The first scenario that is asked for ends it.
   */
  async warmUp(others: readonly Change[][]): Promise<void> {
    if (this.state !== 'idle') return;
    const practice = (this.#practice ??= new AbortController());
    const { signal } = practice;
    for (const changes of others) {
      await this.#lookAt([{ id: DRAFT, title: '', changes }], { signal });
    }
  }

  /**
   * Simulate these scenarios in place of what was being simulated before. What is known of them
   * shows at once.
   *
   * While a lever is dragged, changes come faster than first looks: one that is nearly there is
   * shown, and then the newest change has its turn.
   */
  async start(scenarios: readonly RunScenario[]): Promise<void> {
    this.#asked = keyOf(scenarios);
    const look = this.#look;
    if (!look) return this.#begin(scenarios);
    const isWaitedFor = look.next !== null;
    look.next = scenarios;
    if (isWaitedFor) return;
    await new Promise((resolve) => setTimeout(resolve, patienceMs));
    if (this.#look !== look) return;
    this.#look = null;
    await this.#begin(look.next);
  }

  /**
   * Say what is probably asked for next: a finger is on the button. Its first look is worked out
   * ahead, after one that is waited for, so that it can be shown at once. The newest wish counts.
   */
  expect(scenarios: readonly RunScenario[]): void {
    this.#wished = scenarios;
    if (!this.#look) this.#pursue();
  }

  #pursue(): void {
    const scenarios = this.#wished;
    this.#wished = null;
    if (!scenarios || this.known(scenarios)) return;
    const key = keyOf(scenarios);
    if (this.#expected?.key === key) return;
    this.#forgetExpected();
    const abort = new AbortController();
    const run = this.#lookAt(scenarios, { signal: abort.signal });
    const expected = (this.#expected = { scenarios, key, abort, run });
    const keep = (summed: Summed) =>
      void this.#known.keepSharper(key, { ...summed, state: 'first look' });
    // Why it cannot be run is told to whoever asks for it; nobody has yet.
    void run
      .then(keep, () => undefined)
      .finally(() => {
        if (this.#expected === expected) this.#expected = null;
      });
  }

  #forgetExpected(): void {
    this.#expected?.abort.abort();
    this.#expected = null;
  }

  /** Return what is known by now of some scenarios, and undefined where nothing is. */
  known(scenarios: readonly RunScenario[]): KnownRun | undefined {
    return this.#known.get(keyOf(scenarios));
  }

  async #begin(scenarios: readonly RunScenario[]): Promise<void> {
    this.#practice?.abort();
    this.#giveUp();
    this.state = 'starting';
    this.problem = '';
    this.findings = [];
    this.done = 0;
    this.total = 0;
    const key = keyOf(scenarios);
    const known = this.known(scenarios);
    if (known) {
      this.#shown = key;
      this.summary = known.summary;
      this.warnings = known.warnings;
      this.state = known.state;
      if (known.state === 'done') return;
    }
    const look: { next: readonly RunScenario[] | null } = { next: null };
    if (!known) this.#look = look;
    const abort = new AbortController();
    this.#abort = abort;
    const show = (summed: Summed, state: KnownRun['state']) => {
      if (this.#abort === abort) this.#show(summed, scenarios, state);
    };
    try {
      const onRestart = () => (this.restarts += 1);
      const { signal } = abort;
      if (!known) {
        if (this.#expected && this.#expected.key !== key) {
          // What is waited for comes first.
          this.#wished ??= this.#expected.scenarios;
          this.#forgetExpected();
        }
        const first =
          this.#expected?.run ??
          this.#lookAt(scenarios, {
            signal,
            onRestart,
            // One future already shows which way the figures go, where another worker is behind.
            checkpoints: [1],
            onPartial: (partial) => show(partial, 'first look'),
          });
        show(await first, 'first look');
      }
      if (this.#look === look) this.#look = null;
      if (look.next) return await this.#begin(look.next);
      if (abort.signal.aborted) return;
      this.#pursue();
      const pool = (this.#pool ??= this.#options.startPool());
      const request = this.#request(await this.#fetch(), scenarios);
      // How sure the difference is comes first; the runs without assumed effects, which tell contract
      // dates from the rest, come after. What was run is not run again.
      const plain = { ...request, arms: plainArms(request) };
      const summing = this.#summing(scenarios);
      const onProgress = (done: number, total: number) => {
        if (this.#abort !== abort) return;
        this.done = done;
        this.total = total;
      };
      const onPartial = (partial: Summed) =>
        show(partial, partial.summary.replications < 10 ? 'first look' : 'sharpening');
      const options = { signal, onProgress, onRestart };
      show(await pool.run(plain, summing, { ...options, checkpoints, onPartial }), 'settled');
      show(await pool.run(request, summing, options), 'done');
    } catch (error) {
      if (abort.signal.aborted || this.#abort !== abort) return;
      this.#look = null;
      this.state = 'failed';
      this.problem = error instanceof Error ? error.message : String(error);
      this.findings = error instanceof RunFailed ? error.findings : [];
      this.summary = null;
      this.warnings = {};
    }
  }

  /** Stop computing, and keep what is known of what was asked for; null where nothing is. */
  stop(): void {
    if (!this.isRunning) return;
    this.#giveUp();
    this.state = 'stopped';
    if (this.#shown === this.#asked) return;
    // What stands there is of another scenario, and nothing will take its place.
    this.summary = null;
    this.warnings = {};
  }

  /** Forget the result: there is nothing to simulate. */
  clear(): void {
    this.#giveUp();
    this.state = 'idle';
    this.summary = null;
    this.warnings = {};
    this.problem = '';
    this.findings = [];
  }

  /** End the workers: the page is left. */
  close(): void {
    this.#practice?.abort();
    this.#forgetExpected();
    this.clear();
    this.#pool?.close();
    this.#pool = null;
  }

  /** Work out a first look. */
  async #lookAt(scenarios: readonly RunScenario[], options: SumOptions): Promise<Summed> {
    const request = this.#request(await this.#fetch(), scenarios);
    options.signal?.throwIfAborted();
    const pool = (this.#pool ??= this.#options.startPool());
    const replications = Math.min(firstLook, request.replications);
    const few = { ...request, arms: plainArms(request), replications };
    return pool.run(few, this.#summing(scenarios), options);
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

  #request(raw: PortfolioFile, scenarios: readonly RunScenario[]): RunRequest {
    const { portfolio, baseline, run, warmUpDays } = this.#options;
    return {
      model: { id: portfolio.id, raw },
      baseline: [],
      warmUpDays,
      arms: armsOfComparison([{ id: baseline.id, changes: [] }, ...scenarios]),
      // As many as the pool has: it is this person's own computer.
      threads: Number.MAX_SAFE_INTEGER,
      ...run,
    };
  }

  /** What is to be told of a run of these scenarios. */
  #summing(scenarios: readonly RunScenario[]): Summing {
    const { engine, portfolio, baseline, shows } = this.#options;
    return {
      ...{ engine, portfolio, baseline, shows },
      scenarios: scenarios.map(({ id, title }) => ({ id, title })),
    };
  }

  /** Show a result, unless a sharper one of the same scenarios stands there already. */
  #show(
    { summary, warnings }: Summed,
    scenarios: readonly RunScenario[],
    state: KnownRun['state'],
  ): void {
    const key = keyOf(scenarios);
    if (!this.#known.keepSharper(key, { summary, warnings, state })) return;
    this.#shown = key;
    this.summary = summary;
    this.warnings = warnings;
    this.state = state;
  }
}

/** The arms that have their assumed effects. */
function plainArms({ arms }: RunRequest): RunRequest['arms'] {
  return arms.filter(({ withoutEffects }) => !withoutEffects);
}

function keyOf(scenarios: readonly RunScenario[]): string {
  return JSON.stringify(scenarios);
}
