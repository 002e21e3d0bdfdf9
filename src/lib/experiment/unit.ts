import { endingsSize, type SliceResult } from './merge.ts';
import {
  WARM_UP_HALVES,
  type PreparedArm,
  type Remarks,
  type ReplicationOf,
} from './prepared-arm.ts';
import type { Slice } from './slices.ts';

/**
 * One slice of one arm at work, with rests in which whoever runs it can listen.
 *
 * The prepared arm is used by one unit at a time. People are followed in
 * replication 0 and in no other.
 */
export class Unit {
  private readonly result: SliceResult;
  private done = 0;
  private going: Generator<void, Remarks> | null = null;

  constructor(
    private readonly arm: PreparedArm,
    private readonly seed: number,
    private readonly slice: Slice,
    private readonly follow: number,
  ) {
    this.result = {
      ...slice,
      totals: new Float64Array(slice.count * arm.plan.totals),
      series: new Float64Array(arm.plan.seriesSize),
      endings: new Float64Array(endingsSize(arm.plan)),
      warmUp: new Float64Array(slice.count * WARM_UP_HALVES),
      followed: [],
      notes: [],
    };
  }

  /** True when every replication of the slice was run. */
  get isDone(): boolean {
    return this.done === this.slice.count;
  }

  /** Run on to the next rest; return true when a replication has come to its end. */
  advance(): boolean {
    const { arm, done } = this;
    if (arm.runWithRests) {
      this.going ??= arm.runWithRests(...this.next());
      const { done: isOver, value } = this.going.next();
      if (!isOver) return false;
      this.going = null;
      this.remember(value);
    } else {
      this.remember(arm.run(...this.next()));
    }
    this.done = done + 1;
    return true;
  }

  private next(): ReplicationOf {
    const { arm, done, follow, result, seed, slice } = this;
    const replication = slice.from + done;
    return [
      seed,
      replication,
      replication === 0 ? follow : 0,
      result.totals,
      done * arm.plan.totals,
      result.series,
      result.endings,
    ];
  }

  /** Return what the slice adds up to; only when `isDone`. */
  finish(): SliceResult {
    if (!this.isDone) throw new Error('A unit was asked for before its end.');
    return this.result;
  }

  private remember({ followed, notes, warmUp }: Remarks): void {
    const { yearBefore, halfBefore, lastHalf } = warmUp;
    this.result.warmUp.set([yearBefore, halfBefore, lastHalf], this.done * WARM_UP_HALVES);
    this.result.followed.push(...followed);
    for (const note of notes) {
      if (!this.result.notes.includes(note)) this.result.notes.push(note);
    }
  }
}

/** Run a slice of one arm from its first replication to its last. */
export function runUnit(arm: PreparedArm, seed: number, slice: Slice, follow = 0): SliceResult {
  const unit = new Unit(arm, seed, slice, follow);
  while (!unit.isDone) unit.advance();
  return unit.finish();
}
