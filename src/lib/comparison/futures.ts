import { apart } from '../engine/rounding.ts';
import { sampleQuantile } from '../engine/sample-quantile.ts';
import type { MeasuredArm } from './difference.ts';
import { replicationValues } from './replication-values.ts';
import type { Futures } from './summary.ts';

/** Dots that a reader can count: one future in twenty each (Kay and others, CHI 2016). */
export const DOTS = 20;

/** How a headline varies from future to future; null where too few of them can be told. */
export function futuresOf({ arm, measure }: MeasuredArm): Futures | null {
  return quantilesOf(replicationValues(arm, measure));
}

/** How a difference varies: scenario minus baseline in the same replication. */
export function futuresApart(scenario: MeasuredArm, baseline: MeasuredArm): Futures | null {
  const mine = replicationValues(scenario.arm, scenario.measure);
  const theirs = replicationValues(baseline.arm, baseline.measure);
  return quantilesOf(mine.map((value, r) => apart(value, theirs[r])));
}

/** At (i − 0.5) / n: never drawn at random, so that a picture of them is always the same. */
function quantilesOf(values: Float64Array): Futures | null {
  const told = values.filter((value) => !Number.isNaN(value)).sort();
  // Fewer replications than dots would show the same future twice.
  if (told.length < DOTS) return null;
  return Array.from({ length: DOTS }, (_, i) => rounded(sampleQuantile(told, (i + 0.5) / DOTS)));
}

/** To six digits: it is for pictures. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
