import type { DifferingLines } from '$lib/state/differing-lines.ts';

/** What two people have saved, one of them in between. */
export interface Both {
  differing: DifferingLines[];
  theirs: { path: string; byRole: string; savedAt: string }[];
  /** The files that were sent, to be sent again. */
  again: string;
  /** The model of the browser that they are from, if any. */
  key: string;
}
