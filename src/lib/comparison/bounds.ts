/** Between what figures and their differences can lie, so that no range says more than can be. */
import type { Measure } from '../measures/measure.ts';

export interface Bounds {
  least: number;
  most: number;
}

export const NO_BOUNDS: Bounds = { least: -Infinity, most: Infinity };

type Kind = Pick<Measure, 'id' | 'unit'>;

/** Return the part of an interval in which the figure can lie. */
export function heldWithin<T extends { low: number | null; high: number | null }>(
  interval: T,
  { least, most }: Bounds,
): T {
  const { low, high } = interval;
  if (low === null || high === null) return interval;
  return { ...interval, low: Math.max(least, low), high: Math.min(most, high) };
}

/**
 * Return between what a figure can lie that came to `value`: no count, wait or
 * share is below nothing, and no more than 100 of 100. Money can be owed.
 */
export function boundsOf(value: number, kind: Kind): Bounds {
  const { unit } = kind;
  return {
    least: value >= 0 && unit !== 'GBP' && unit !== 'GBP each' ? 0 : -Infinity,
    most: value <= 100 && isShare(kind) ? 100 : Infinity,
  };
}

/**
 * Return between what so many differences of a measure, added up, can lie: a share is no more than
 * 100 of 100 above or below another.
 */
export function boundsApart(kind: Kind, differences = 1): Bounds {
  return isShare(kind) ? { least: -100 * differences, most: 100 * differences } : NO_BOUNDS;
}

/** Whether it is a part of a whole. Who carries more than the caseload is more than full. */
function isShare({ id, unit }: Kind): boolean {
  return unit === 'per 100' || (unit === 'per cent' && id !== 'occupancy');
}
