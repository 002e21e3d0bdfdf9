import type { Finding } from '../diagnostics/finding.ts';
import type { MeasurePlan } from '../measures/measure.ts';
import type { SliceResult } from './merge.ts';
import type { Slice } from './slices.ts';

/** What is known of one arm under one seed. */
export interface KeptArm {
  plan: MeasurePlan | null;
  warnings: Finding[];
  /** By `sliceKey`: runs of different lengths cut their last slice differently. */
  slices: Map<string, SliceResult>;
  bytes: number;
}

/**
 * Results of arms by what they were made of, so that moving one lever runs the
 * changed arm alone. The least recently used go first once the sum of their
 * arrays exceeds `limitBytes`; an arm in use by a job lives on in that job.
 */
export class ArmCache {
  private readonly arms = new Map<string, KeptArm>();

  constructor(private readonly limitBytes: number) {}

  /** Return the arm of this key, empty when nothing is known of it. */
  arm(key: string): KeptArm {
    const arm = this.arms.get(key) ?? { plan: null, warnings: [], slices: new Map(), bytes: 0 };
    this.arms.delete(key);
    this.arms.set(key, arm);
    return arm;
  }

  /** Keep a slice of an arm. */
  keep(arm: KeptArm, slice: SliceResult): void {
    const key = sliceKey(slice);
    if (arm.slices.has(key)) return;
    arm.slices.set(key, slice);
    arm.bytes += bytesOf(slice);
    this.trim();
  }

  private trim(): void {
    let bytes = 0;
    for (const arm of this.arms.values()) bytes += arm.bytes;
    for (const [key, arm] of this.arms) {
      if (bytes <= this.limitBytes || this.arms.size === 1) return;
      bytes -= arm.bytes;
      this.arms.delete(key);
    }
  }
}

/** Return what tells one slice of an arm from another. */
export function sliceKey({ from, count }: Slice): string {
  return `${from}+${count}`;
}

function bytesOf({ totals, series, endings }: SliceResult): number {
  return totals.byteLength + series.byteLength + endings.byteLength;
}
