import type { Change } from '../portfolio/portfolio.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';

/**
 * Which values the uncertain figures take. `drawn`: replications r × each to
 * (r + 1) × each − 1 share draw r of the seed, so that as many draws as
 * possible meet as many futures. `given`: the inputs named are at these
 * quantiles, above 0 and below 1, and all others at their best values.
 */
export type Inputs =
  { kind: 'drawn'; each: number } | { kind: 'given'; quantiles: Record<string, number> };

/** One way of commissioning to be simulated. */
export interface Arm {
  /** Unique within a request. */
  id: string;
  /** Changes to the model's file, on top of nothing: the baseline's own are repeated here. */
  changes: Change[];
  /** True: every assumed effect at its value of "none"; a list: the effects named in it. */
  withoutEffects?: boolean | string[];
  /** Absent: every figure at its best value. */
  inputs?: Inputs;
}

/** Everything that decides the bits of a result, and how many threads may work on it. */
export interface RunRequest {
  model: { id: string; raw: PortfolioFile };
  /** Changes that make the baseline, under which every arm is warmed up. */
  baseline: Change[];
  arms: Arm[];
  /**
   * Days of warm-up, where they are known from an earlier run of this baseline; absent: they are
   * found first, which takes as long as several replications.
   */
  warmUpDays?: number;
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
export function armKey(
  modelKey: string,
  { baseline, warmUpDays = -1 }: Pick<RunRequest, 'baseline' | 'warmUpDays'>,
  arm: Arm,
): string {
  const without = Array.isArray(arm.withoutEffects)
    ? [...arm.withoutEffects].sort()
    : (arm.withoutEffects ?? false);
  return JSON.stringify([
    [modelKey, baseline, warmUpDays],
    [arm.changes, without, arm.inputs ?? null],
  ]);
}
