import type { WarmedState } from '../simulation/warmed-state.ts';
import { UNIT } from './slices.ts';

/**
 * Warmed states by the baseline they belong to and the replication.
 *
 * A first look runs the first replications, again and again as levers are moved; so those of the
 * first unit of work are the last to go when all together take more than `limitBytes`.
 */
export class WarmedStates {
  private readonly states = new Map<string, { state: WarmedState; replication: number }>();
  private readonly numbers = new Map<string, number>();
  private bytes = 0;

  constructor(private readonly limitBytes: number) {}

  /** Return a number for what warmed states must agree on: the `warmedName` of a simulation. */
  numberOf(agreed: string): number {
    const known = this.numbers.get(agreed) ?? this.numbers.size;
    this.numbers.set(agreed, known);
    return known;
  }

  /** Return the state of a replication, or undefined where it is not kept. */
  get(name: string, seed: number, replication: number): WarmedState | undefined {
    return this.states.get(keyOf(name, seed, replication))?.state;
  }

  /** Keep the state of a replication, unless it is too large. */
  keep(name: string, seed: number, replication: number, state: WarmedState): void {
    if (this.bytes + state.bytes > this.limitBytes) this.makeRoom(state.bytes);
    if (this.bytes + state.bytes > this.limitBytes) return;
    this.states.set(keyOf(name, seed, replication), { state, replication });
    this.bytes += state.bytes;
  }

  private makeRoom(bytes: number): void {
    for (const inFirstUnit of [false, true]) {
      for (const [key, { state, replication }] of this.states) {
        if (this.bytes + bytes <= this.limitBytes) return;
        if (replication < UNIT !== inFirstUnit) continue;
        this.states.delete(key);
        this.bytes -= state.bytes;
      }
    }
  }
}

function keyOf(name: string, seed: number, replication: number): string {
  return `${name} ${seed} ${replication}`;
}
