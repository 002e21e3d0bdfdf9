import type { Change } from '../portfolio/portfolio.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';

/** One way of commissioning to be simulated. */
export interface Arm {
  /** Unique within a request. */
  id: string;
  /** Changes to the model's file, on top of nothing: the baseline's own are repeated here. */
  changes: Change[];
  /** True: every assumed effect at its value of "none"; a list: the effects named in it. */
  withoutEffects?: boolean | string[];
}

/** Everything that decides the bits of a result, and how many threads may work on it. */
export interface RunRequest {
  model: { id: string; raw: PortfolioFile };
  /** Changes that make the baseline, under which every arm is warmed up. */
  baseline: Change[];
  arms: Arm[];
  /** Any safe integer. */
  seed: number;
  /** How many futures; 1 or more. */
  replications: number;
  /** At most this many workers at once; it never changes a result. */
  threads: number;
  /** How many imagined people to follow in the first replication; absent: none. */
  follow?: number;
}

/**
 * Return the key of an arm: two arms with one key, of one model, have the same program.
 *
 * `modelKey` stands for the contents of the model's file.
 */
export function armKey(modelKey: string, baseline: Change[], arm: Arm): string {
  const without = Array.isArray(arm.withoutEffects)
    ? [...arm.withoutEffects].sort()
    : (arm.withoutEffects ?? false);
  return JSON.stringify([modelKey, baseline, arm.changes, without]);
}
