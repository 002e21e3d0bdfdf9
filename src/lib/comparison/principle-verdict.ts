/** What is found of a principle of ethical commissioning. Plain data. */
import type { PrincipleScope } from '../portfolio/commissioning.ts';
import type { Dimension } from '../portfolio/portfolio.ts';

export type Verdict = 'met' | 'partly met' | 'not met' | 'cannot tell';

/** What one name of a test stood for. */
export interface PrincipleFigure {
  name: string;
  dimension: Dimension;
  /** In base units, yes and no as 1 and 0; null where nothing says it. */
  value: number | null;
  /** As the file writes it; "" for what is worked out or simulated. */
  written: string;
  /** Ends of its range, where it has one. */
  low?: number;
  high?: number;
  /** Id of the named assumption that it is: all names of one test that are, move together. */
  assumption?: string;
  /** True where it is an assumption about what the test is made on. */
  isAssumed: boolean;
  /** Where the file says it, or would; "" for what a run measures. */
  path: string;
}

/** One award, service or role that a principle was tested on. */
export interface PrincipleItem {
  id: string;
  name: string;
  /** Its share of the money of awards, of services, or of paid posts, at the best values. */
  share: number;
  /** False where its money or posts are an assumption, or have a range. */
  isShareSure: boolean;
  /** Whether it passes at the best value of every figure; null where the file says too little. */
  passes: boolean | null;
  /** False where that rests on an assumption about it, or turns within the range of a figure. */
  isSure: boolean;
  figures: PrincipleFigure[];
}

export interface Shares {
  passing: number;
  atMost: number;
  enough: number;
  partlyEnough: number;
  /** False where the first two would be others, if it were sure how much each counts. */
  areWeightsSure: boolean;
}

export interface PrincipleVerdict {
  id: string;
  says: string;
  scope: PrincipleScope;
  /** The test as the file writes it, and that for partly met. */
  test: string;
  partly?: string;
  verdict: Verdict;
  /** What it would be if every assumption held, each figure at its best value. */
  ifAssumptionsHold: Verdict;
  /**
   * For each award, service or post: the share that passes for sure, and the
   * share that may, also where it is not sure how much each counts; and the
   * shares asked for. Null for the portfolio as a whole.
   */
  shares: Shares | null;
  /** Every item tested; empty for the portfolio as a whole. */
  items: PrincipleItem[];
  /** For the portfolio as a whole: what the names of the test stood for. */
  figures: PrincipleFigure[];
}
