import type { Quantity } from './quantity.ts';

/** What a target's measure is split by; absent: everything together. */
export const TARGET_KINDS = ['service', 'stage', 'locality', 'criterion', 'contract'] as const;

export type TargetKind = (typeof TARGET_KINDS)[number];

/** Something seen in the world that the model should give back. */
export interface Target {
  id: string;
  /** What was seen, in plain words. */
  says: string;
  /** Its low and high are a central 80% interval. */
  value: Quantity;
  /** Id of the measure that should come out so; null: the model does not hold what was seen. */
  measure: string | null;
  of: { kind: TargetKind; id: string } | null;
  /** Why the model cannot say it, where `measure` is null. */
  outsideTheModel: string;
  /** Looked at after fitting, never while. */
  heldOut: boolean;
  /** Ids of the assumptions that are fitted to it. */
  fittedWith: string[];
}
