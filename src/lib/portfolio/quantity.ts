import type { Dimension } from '../formula/dimension.ts';

/** How well a figure is known, weakest last. */
export type Grade = 'measured' | 'published' | 'published-elsewhere' | 'experience' | 'assumption';

/** One figure: its best value in base units, and where it comes from. */
export interface Quantity {
  value: number;
  /** Central 80% interval, when the file or the default for its grade gives one. */
  low?: number;
  high?: number;
  /** True when the range is the default for a weak grade, not written in the file. */
  defaultRange?: boolean;
  /** As the file writes it, for showing: "9% per month". */
  written: string;
  dimension: Dimension;
  /** Id of a source, absent where the file names none (then the grade is assumption). */
  source?: string;
  grade: Grade;
  /** Where it stands: "services.connect4change.roles.outreach-worker.caseload". */
  path: string;
  /** Why this value, in the words of the file. */
  why?: string;
  /** Who noted it, by role, and when (ISO date), where it says so itself. */
  notedBy?: string;
  notedOn?: string;
  /** Who usually holds it: a role, such as "team leaders". */
  holder?: string;
  /**
   * Id of the assumption that governs it, where the file names one instead of a
   * figure. All figures of one assumption are drawn with the same uniform.
   */
  assumption?: string;
  /**
   * Something decided (posts, terms, budgets), not estimated: it has no default
   * range, and is drawn only where the file itself writes one.
   */
  choice?: true;
  /** Something seen, for the model to be compared with: never drawn from its range. */
  observed?: true;
  /** Not in the file: the neutral default of the format, which changes nothing. */
  byDefault?: true;
}

/**
 * How long something lasts: one uniform gives one length, by inversion. Where
 * the mean is drawn from its range, every length of the law grows with it.
 */
export type Length =
  | { law: 'exponential'; mean: Quantity }
  | { law: 'constant'; exactly: Quantity }
  | { law: 'lognormal'; mu: number; sigma: number; mean: Quantity }
  | { law: 'gamma'; shape: number; mean: Quantity }
  | { law: 'mixture'; parts: { share: number; mean: number }[]; mean: Quantity }
  | { law: 'open-ended' };

/** So many people of a group, there when the warm-up begins. */
export interface PeopleToday {
  group: number;
  people: Quantity;
}
