/** Choosing one of several by letting exponential times race. */
import { log } from '../engine/elementary.ts';
import type { Draws } from '../engine/random.ts';
import { counter } from './chance.ts';

/** Runners that a race has room for at first. */
const FIRST_RUNNERS = 32;

/**
 * A race between alternatives: each runs for a unit exponential divided by its
 * share, and the soonest wins. So a change of one share changes nobody's
 * choice but of those who come to or leave that alternative.
 *
 * Nothing is drawn for a single runner, and no logarithm is taken of a runner
 * who has lost anyway, since -log(u) is at least 1 - u.
 */
export class Race {
  private count = 0;
  private runners = new Int32Array(FIRST_RUNNERS);
  private keys = new Int32Array(FIRST_RUNNERS);
  private shares = new Float64Array(FIRST_RUNNERS);
  private readonly draw = new Float64Array(2);

  /** Clear the course. */
  begin(): void {
    this.count = 0;
  }

  /** Enter `runner`, whose share is above 0 and whose draw is keyed by `key`. */
  enter(runner: number, key: number, share: number): void {
    if (this.count === this.runners.length) this.grow();
    this.runners[this.count] = runner;
    this.keys[this.count] = key;
    this.shares[this.count] = share;
    this.count++;
  }

  /** Return who wins among those entered, in the stream that is selected; -1: nobody ran. */
  winner(draws: Draws, purpose: number, occurrence: number): number {
    const { count, keys, shares, draw } = this;
    if (count < 2) return count === 0 ? -1 : this.runners[0];
    let best = -1;
    let soonest = Infinity;
    for (let i = 0; i < count; i += 2) {
      const first = counter(purpose, keys[i]);
      const isPair = i + 1 < count;
      if (isPair) {
        draws.uniformPair(first, occurrence, counter(purpose, keys[i + 1]), occurrence, draw);
      } else {
        draw[0] = draws.uniform(first, occurrence);
      }
      let time = timeOf(draw[0], shares[i], soonest);
      if (time < soonest) {
        soonest = time;
        best = i;
      }
      if (!isPair) break;
      time = timeOf(draw[1], shares[i + 1], soonest);
      if (time < soonest) {
        soonest = time;
        best = i + 1;
      }
    }
    return this.runners[best];
  }

  private grow(): void {
    const length = this.runners.length * 2;
    const { runners, keys, shares } = this;
    this.runners = new Int32Array(length);
    this.keys = new Int32Array(length);
    this.shares = new Float64Array(length);
    this.runners.set(runners);
    this.keys.set(keys);
    this.shares.set(shares);
  }
}

/** Time of a runner who drew `u`; Infinity where it is surely not before `soonest`. */
function timeOf(u: number, share: number, soonest: number): number {
  // A ten-thousand-millionth more than rounding could ever make of it.
  return 1 - u > soonest * share * 1.0000000001 ? Infinity : -log(u) / share;
}
