import type { Severity } from './finding.ts';

/** One kind of finding: its words, of the details that a place gives. */
export interface Entry<D> {
  severity: Severity;
  /** True when the key, not its value, is at fault. */
  atKey?: boolean;
  what: (details: D) => string;
  why: string;
  mend: (details: D) => string;
}

/** Return the entry unchanged; it fixes the type of its details. */
export function entry<D>(of: Entry<D>): Entry<D> {
  return of;
}
