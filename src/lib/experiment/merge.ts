import type { Finding } from '../diagnostics/finding.ts';
import type { MeasurePlan } from '../measures/measure.ts';
import type { Change } from '../portfolio/portfolio.ts';
import type { Followed } from '../simulation/replication.ts';
import { WARM_UP_HALVES } from './prepared-arm.ts';
import type { Arm } from './run-request.ts';
import type { Slice } from './slices.ts';

/** What the replications of one slice of one arm add up to. */
export interface SliceResult extends Slice {
  /** One row of `plan.totals` numbers for each replication. */
  totals: Float64Array;
  /** Sums over the slice's replications, of the sizes in the plan. */
  series: Float64Array;
  endings: Float64Array;
  /** People in support in three half-years of the warm-up, by replication. */
  warmUp: Float64Array;
  followed: Followed[];
  notes: string[];
}

/** Everything known about one arm after a number of replications. */
export interface ArmResult {
  id: string;
  /** What was asked to be changed in the model's file. */
  changes: Change[];
  plan: MeasurePlan;
  replications: number;
  /** `replications` rows of `plan.totals` numbers: row r is replication r. */
  totals: Float64Array;
  /** Sums over all replications. */
  series: Float64Array;
  endings: Float64Array;
  /** Three numbers a replication: those of `WarmUpHalves`, in its order. */
  warmUp: Float64Array;
  followed: Followed[];
  /** Without repeats, in order of first appearance. */
  notes: string[];
  /** What the model with the arm's changes may mislead about; absent where there is nothing. */
  warnings?: Finding[];
}

export interface RunResult {
  seed: number;
  /** Of every arm; the arms' rows are paired. */
  replications: number;
  arms: ArmResult[];
}

/**
 * Return an arm's result from its slices, added in the order of their replications.
 *
 * `slices` may stand in any order, but must cover replications 0 to some last
 * one exactly once; the sums have the same bits however they arrived.
 */
export function mergeSlices(
  { id, changes }: Pick<Arm, 'id' | 'changes'>,
  plan: MeasurePlan,
  slices: readonly SliceResult[],
): ArmResult {
  const ordered = [...slices].sort((a, b) => a.from - b.from);
  const replications = ordered.reduce((sum, { count }) => sum + count, 0);
  const totals = new Float64Array(replications * plan.totals);
  const series = new Float64Array(plan.seriesSize);
  const endings = new Float64Array(endingsSize(plan));
  const warmUp = new Float64Array(replications * WARM_UP_HALVES);
  let next = 0;
  for (const slice of ordered) {
    if (slice.from !== next) throw new RangeError(`Replication ${next} is missing or doubled.`);
    totals.set(slice.totals, next * plan.totals);
    warmUp.set(slice.warmUp, next * WARM_UP_HALVES);
    addInto(series, slice.series);
    addInto(endings, slice.endings);
    next += slice.count;
  }
  return {
    id,
    changes,
    plan,
    replications,
    totals,
    series,
    endings,
    warmUp,
    followed: ordered.flatMap(({ followed }) => followed),
    notes: [...new Set(ordered.flatMap(({ notes }) => notes))],
  };
}

/** Return the length of the vector of endings: strata × bins × reasons. */
export function endingsSize({ endings }: MeasurePlan): number {
  return endings.strata.length * endings.binEnds.length * endings.reasons.length;
}

function addInto(sum: Float64Array, part: Float64Array): void {
  if (part.length !== sum.length) {
    throw new RangeError(`A slice has ${part.length} numbers where the plan has ${sum.length}.`);
  }
  for (let i = 0; i < sum.length; i++) sum[i] += part[i];
}
