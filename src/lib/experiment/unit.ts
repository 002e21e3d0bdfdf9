import { endingsSize, type SliceResult } from './merge.ts';
import type { PreparedArm, Remarks } from './prepared-arm.ts';
import type { Slice } from './slices.ts';

/**
 * One slice of one arm at work, a replication at a time, so that whoever runs
 * it can listen in between.
 *
 * The prepared arm is used by one unit at a time. People are followed in
 * replication 0 and in no other.
 */
export class Unit {
  private readonly result: SliceResult;
  private done = 0;

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
      warmUp: new Float64Array(slice.count * 2),
      followed: [],
      notes: [],
    };
  }

  /** Run the next replication; return true when it was the last. */
  step(): boolean {
    const replication = this.slice.from + this.done;
    const remarks = this.arm.run(
      this.seed,
      replication,
      replication === 0 ? this.follow : 0,
      this.result.totals,
      this.done * this.arm.plan.totals,
      this.result.series,
      this.result.endings,
    );
    this.remember(remarks);
    this.done += 1;
    return this.done === this.slice.count;
  }

  /** Return what the slice adds up to; only when `step` said it was the last. */
  finish(): SliceResult {
    if (this.done !== this.slice.count) throw new Error('A unit was asked for before its end.');
    return this.result;
  }

  private remember({ followed, notes, warmUp }: Remarks): void {
    this.result.warmUp[this.done * 2] = warmUp.yearBefore;
    this.result.warmUp[this.done * 2 + 1] = warmUp.lastYear;
    this.result.followed.push(...followed);
    for (const note of notes) {
      if (!this.result.notes.includes(note)) this.result.notes.push(note);
    }
  }
}

/** Run a slice of one arm from its first replication to its last. */
export function runUnit(arm: PreparedArm, seed: number, slice: Slice, follow = 0): SliceResult {
  const unit = new Unit(arm, seed, slice, follow);
  while (!unit.step());
  return unit.finish();
}
