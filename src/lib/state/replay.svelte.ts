/**
 * Showing the last change once more: how it was before, then after. After a few seconds it goes on
 * by itself, unless motion is not wanted: then a button does it.
 */
import type { Change } from '../portfolio/portfolio.ts';

export interface ReplayedStep {
  name: string;
  before: Change[];
  after: Change[];
}

/** How long "before" stands: long enough to read the main figures, short of what has to be paused. */
const beforeMs = 4000;

export class Replay {
  /** What is shown; null while nothing is replayed. */
  phase = $state<'before' | 'after' | null>(null);
  step = $state.raw<ReplayedStep | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  begin(step: ReplayedStep, isMoving: boolean): void {
    this.end();
    this.step = step;
    this.phase = 'before';
    if (isMoving) this.#timer = setTimeout(() => this.goOn(), beforeMs);
  }

  goOn(): void {
    clearTimeout(this.#timer);
    if (this.phase === 'before') this.phase = 'after';
  }

  end(): void {
    clearTimeout(this.#timer);
    this.phase = null;
    this.step = null;
  }
}
