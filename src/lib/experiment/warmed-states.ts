import type { WarmedState } from '../simulation/warmed-state.ts';
import { UNIT } from './slices.ts';

/** How many arms may have been prepared since a state was used for it to be kept before a new one. */
const RECENT = 12;

interface Kept {
  state: WarmedState;
  replication: number;
  /** How many arms had been prepared when it was used last. */
  usedAt: number;
}

/**
 * Warmed states by the baseline they belong to and the replication.
 *
 * Every arm of a baseline goes through the same replications in the same order: were the oldest state
 * the first to go, none would still be there when its turn comes again. So where all together would
 * take more than `limitBytes`, what was used of late stays and a new one is not kept. A first look runs
 * the first replications, again and again as levers are moved: those always find room.
 */
export class WarmedStates {
  private readonly states = new Map<string, Kept>();
  private readonly numbers = new Map<string, number>();
  private bytes = 0;
  private arms = 0;

  constructor(private readonly limitBytes: number) {}

  /**
   * Return a number for what warmed states must agree on, the `warmedName` of a simulation. To be
   * called for each arm that is prepared.
   */
  numberOf(agreed: string): number {
    this.arms += 1;
    const known = this.numbers.get(agreed) ?? this.numbers.size;
    this.numbers.set(agreed, known);
    return known;
  }

  /** Return the state of a replication, or undefined where it is not kept. */
  get(name: string, seed: number, replication: number): WarmedState | undefined {
    const kept = this.states.get(keyOf(name, seed, replication));
    if (kept) kept.usedAt = this.arms;
    return kept?.state;
  }

  /** Keep the state of a replication, unless there is no room for it. */
  keep(name: string, seed: number, replication: number, state: WarmedState): void {
    if (this.bytes + state.bytes > this.limitBytes) {
      this.makeRoom(state.bytes, ({ usedAt }) => usedAt < this.arms - RECENT);
      if (replication < UNIT) this.makeRoom(state.bytes, (kept) => kept.replication >= UNIT);
    }
    if (this.bytes + state.bytes > this.limitBytes) return;
    this.states.set(keyOf(name, seed, replication), { state, replication, usedAt: this.arms });
    this.bytes += state.bytes;
  }

  /** Let go of what may go, the first kept first, until there is room. */
  private makeRoom(bytes: number, mayGo: (kept: Kept) => boolean): void {
    for (const [key, kept] of this.states) {
      if (this.bytes + bytes <= this.limitBytes) return;
      if (!mayGo(kept)) continue;
      this.states.delete(key);
      this.bytes -= kept.state.bytes;
    }
  }
}

function keyOf(name: string, seed: number, replication: number): string {
  return `${name} ${seed} ${replication}`;
}
