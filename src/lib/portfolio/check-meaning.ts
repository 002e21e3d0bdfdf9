import type { Portfolio } from './portfolio.ts';
import type { Slot } from './slot.ts';

/** Make findings about a model that can be read, but cannot be right or may mislead. */
export function checkMeaning(_portfolio: Portfolio, _top: Slot): void {
  // Filled in by the checks below.
}
