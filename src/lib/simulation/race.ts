/** Choosing one of several by letting exponential times race. */
import { log } from '../engine/elementary.ts';
import type { Draws } from '../engine/random.ts';
import { counter } from './chance.ts';

/**
 * A race between alternatives: each runs for a unit exponential divided by its
 * share, and the soonest wins. So a change of one share changes nobody's
 * choice but of those who come to or leave that alternative.
 *
 * Nothing is drawn for a single runner, and no logarithm is taken of a runner
 * who has lost anyway, since -log(u) is at least 1 - u.
 */
export class Race {
  /** The winner so far; -1 before anybody has entered. */
  winner = -1;

  private key0 = 0;
  private key1 = 0;
  private purpose = 0;
  private occurrence = 0;
  private soonest = 0.5;
  private firstKey = 0;
  private firstShare = 0.5;

  /** Begin a race of the person whose stream is (key0, key1). */
  begin(key0: number, key1: number, purpose: number, occurrence: number): void {
    this.winner = -1;
    this.key0 = key0;
    this.key1 = key1;
    this.purpose = purpose;
    this.occurrence = occurrence;
    this.soonest = Infinity;
    this.firstShare = 0;
  }

  /** Enter `runner`, whose share is above 0 and whose draw is keyed by `key`. */
  enter(draws: Draws, runner: number, key: number, share: number): void {
    if (this.winner === -1 && this.firstShare === 0) {
      this.winner = runner;
      this.firstKey = key;
      this.firstShare = share;
      return;
    }
    if (this.soonest === Infinity) {
      draws.key(this.key0, this.key1);
      const u = draws.uniform(counter(this.purpose, this.firstKey), this.occurrence);
      this.soonest = -log(u) / this.firstShare;
    }
    const u = draws.uniform(counter(this.purpose, key), this.occurrence);
    // A ten-thousand-millionth more than rounding could ever make of it.
    if (1 - u > this.soonest * share * 1.0000000001) return;
    const time = -log(u) / share;
    if (time < this.soonest) {
      this.soonest = time;
      this.winner = runner;
    }
  }
}
