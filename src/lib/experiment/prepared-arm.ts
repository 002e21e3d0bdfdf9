import type { Finding } from '../diagnostics/finding.ts';
import type { MeasurePlan } from '../measures/measure.ts';
import type { Followed } from '../simulation/replication.ts';
import type { Arm, RunRequest } from './run-request.ts';

/** What one replication leaves behind beside its numbers. */
export interface Remarks {
  /** The imagined people that were followed. */
  followed: Followed[];
  /** What the run says of itself. */
  notes: string[];
  warmUp: WarmUpHalves;
}

/** Mean people in support in half-years of the warm-up; NaN where it is shorter than two years. */
export interface WarmUpHalves {
  /** The same half-year as the last, a year before. */
  yearBefore: number;
  halfBefore: number;
  lastHalf: number;
}

/** How many numbers those are. */
export const WARM_UP_HALVES = 3;

/** An arm that is compiled and can be run again and again. */
export interface PreparedArm {
  plan: MeasurePlan;
  /** What its changes, with the model, may mislead about; absent where there is nothing. */
  warnings?: Finding[];
  /**
   * Run one replication. Its totals are written at `totalsOffset`; `series` and
   * `endings`, of the sizes in the plan, are added into.
   */
  run(...of: ReplicationOf): Remarks;
  /**
   * The same, with a rest now and then in which a cancel can be heard; what was begun and is given
   * up leaves no trace. Absent where there is no rest.
   */
  runWithRests?(...of: ReplicationOf): Generator<void, Remarks>;
}

/** Which replication, how many people to follow in it, and where its numbers go. */
export type ReplicationOf = [
  seed: number,
  replication: number,
  follow: number,
  totals: Float64Array,
  totalsOffset: number,
  series: Float64Array,
  endings: Float64Array,
];

/** Compiles an arm of a request; throws `RunFailed` when its changes do not make a portfolio. */
export type PrepareArm = (request: WorkRequest, arm: Arm) => PreparedArm;

/** The part of a request that a worker needs. */
export type WorkRequest = Pick<RunRequest, 'model' | 'baseline' | 'warmUpDays' | 'seed'>;
