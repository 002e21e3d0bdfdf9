import type { Finding } from '../diagnostics/finding.ts';
import type { Summary } from '../comparison/summary.ts';

/** What is known of some scenarios by now. */
export interface KnownRun {
  summary: Summary;
  /** By scenario: what its changes may mislead about and the model without them does not. */
  warnings: Record<string, Finding[]>;
  /** "done": as sharp as it gets, with what is left without assumed effects. */
  state: 'first look' | 'sharpening' | 'settled' | 'done';
}

/** How many scenarios are remembered: an afternoon's undoing and redoing. */
const most = 60;

/** What was worked out before, so that undo, redo and replay show it at once. */
export class KnownRuns {
  readonly #known = new Map<string, KnownRun>();

  get(key: string): KnownRun | undefined {
    return this.#known.get(key);
  }

  /**
   * Keep it under its key, the most recently kept last; the oldest goes. What is known better stays:
   * false then.
   */
  keepSharper(key: string, run: KnownRun): boolean {
    const known = this.#known.get(key);
    if (known && known.summary.replications > run.summary.replications) return false;
    this.#known.delete(key);
    this.#known.set(key, run);
    if (this.#known.size > most) this.#known.delete(this.#known.keys().next().value as string);
    return true;
  }
}
