/**
 * A piece of work about two scenarios that goes on in this browser, in a worker of its own: the page
 * stays free, and stopping takes no longer than ending the worker.
 */
import type { Finding } from '../diagnostics/finding.ts';
import type { FromExplainer, ToExplainer } from './why-messages.ts';

/** What is needed of a worker; tests bring their own. */
export interface ExplainerWorker {
  post(message: ToExplainer): void;
  end(): void;
}

export interface ExplainerEvents {
  message: (message: FromExplainer) => void;
  died: (reason: string) => void;
}

export type StartExplainer = (events: ExplainerEvents) => ExplainerWorker;

export type ExplainerState = 'idle' | 'starting' | 'working' | 'stopped' | 'done' | 'failed';

/** An answer, and whether a sharper one follows. */
type Answer = Exclude<FromExplainer, { kind: 'progress' | 'failed' }>;

export class Explainer<A extends Answer> {
  /** The best answer there is by now. */
  answer = $state.raw<A | null>(null);
  state = $state<ExplainerState>('idle');
  progress = $state.raw({ done: 0, total: 0, step: 0, steps: 1 });
  problem = $state('');
  findings = $state.raw<Finding[]>([]);

  readonly #start: StartExplainer;
  #worker: ExplainerWorker | null = null;

  constructor(start: StartExplainer) {
    this.#start = start;
  }

  get isRunning(): boolean {
    return this.state === 'starting' || this.state === 'working';
  }

  /** Begin a piece of work in place of the one before. `ask` may have to fetch the model first. */
  async begin(ask: () => Promise<ToExplainer>): Promise<void> {
    this.clear();
    this.state = 'starting';
    const worker = this.#start({
      message: (message) => this.#worker === worker && this.#hear(message),
      died: (reason) => this.#worker === worker && this.#fail(reason, []),
    });
    this.#worker = worker;
    try {
      const message = await ask();
      if (this.#worker === worker) worker.post(message);
    } catch (error) {
      if (this.#worker === worker)
        this.#fail(error instanceof Error ? error.message : String(error), []);
    }
  }

  /** Stop, and keep what is known. */
  stop(): void {
    if (!this.isRunning) return;
    this.#end();
    this.state = 'stopped';
  }

  /** Stop, and forget what is known. */
  clear(): void {
    this.#end();
    this.state = 'idle';
    this.answer = null;
    this.problem = '';
    this.findings = [];
    this.progress = { done: 0, total: 0, step: 0, steps: 1 };
  }

  #hear(message: FromExplainer): void {
    if (message.kind === 'progress') {
      const { done, total, step, steps } = message;
      this.progress = { done, total, step, steps };
      this.state = 'working';
      return;
    }
    if (message.kind === 'failed') return this.#fail(message.message, message.findings);
    this.answer = message as A;
    if (message.kind === 'explained' && !message.isLast) return;
    this.#end();
    this.state = 'done';
  }

  #fail(problem: string, findings: Finding[]): void {
    this.#end();
    this.state = 'failed';
    this.problem = problem;
    this.findings = findings;
  }

  #end(): void {
    this.#worker?.end();
    this.#worker = null;
  }
}
