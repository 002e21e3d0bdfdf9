import { log } from '../../src/lib/engine/elementary.ts';
import { Draws } from '../../src/lib/engine/random.ts';

export const GAP = 0;
export const SERVICE = 1;
export const PATIENCE = 2;

/** Unit exponentials for a purpose and a customer. */
export interface Luck {
  exponential(purpose: number, customer: number): number;
}

/** As the simulation draws: by whom and what for. */
export class CounterLuck implements Luck {
  private readonly draws: Draws;

  constructor(seed: number) {
    this.draws = new Draws(seed, 0);
  }

  exponential(purpose: number, customer: number): number {
    return this.draws.exponential(purpose, customer);
  }
}

/**
 * One number after the other, by sfc32 (Doty-Humphrey, PractRand), one of the
 * fastest generators there are in JavaScript. It is no part of the product: it
 * only shows what drawing by counter costs.
 */
export class SequentialLuck implements Luck {
  private readonly state = new Int32Array(4);

  constructor(seed: number) {
    this.state.set([seed, 0x9e3779b9, 0x243f6a88, 1]);
    for (let i = 0; i < 20; i++) this.next();
  }

  exponential(): number {
    const high = this.next() >>> 6;
    const low = this.next() >>> 6;
    return -log((high * 67108864 + low + 0.5) * 2.220446049250313e-16);
  }

  private next(): number {
    const s = this.state;
    const sum = (((s[0] + s[1]) | 0) + s[3]) | 0;
    s[3] = (s[3] + 1) | 0;
    s[0] = s[1] ^ (s[1] >>> 9);
    s[1] = (s[2] + (s[2] << 3)) | 0;
    s[2] = (((s[2] << 21) | (s[2] >>> 11)) + sum) | 0;
    return sum;
  }
}
