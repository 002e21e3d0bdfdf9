import type { Reading } from './estimate.ts';
import type { KnownRun } from './run-case.ts';

/** One comparison: what is compared, and what theory and the runs say of it. */
export interface Judged {
  what: string;
  known(run: KnownRun): number;
  read(run: KnownRun): Reading;
  /** Looks at single people, so that they must be followed. */
  people?: true;
  /** At full length four standard errors are at most this share of the answer; absent: 2%. */
  closeness?: number;
}

/** Spreads and tails take many more runs than means. */
export const ROUGHLY = 0.1;
