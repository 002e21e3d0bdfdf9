/**
 * What drives the difference between two scenarios, and whether the answer
 * stands: plain data, as the command line and files read it.
 */
import type { By, Unit } from '../measures/measure.ts';
import type { Structure } from '../portfolio/leaving-rule.ts';
import type { Dimension } from '../portfolio/portfolio.ts';
import type { DifferenceOverFigures, Renewal, Summary } from './summary.ts';

/** Scenario minus baseline, with its 95% interval for luck in the computing. */
export interface Apart {
  difference: number | null;
  low: number | null;
  high: number | null;
}

/** Another way of looking, under which the same two scenarios were compared. */
export type Tried =
  | { kind: 'renewal'; read: Renewal }
  | { kind: 'horizon'; days: number }
  /** Why people leave less as time goes by. */
  | { kind: 'structure'; structure: string }
  /** One assumed mechanism switched off; null: all of them, so that contract dates are alone. */
  | { kind: 'without'; mechanism: string | null }
  /** One input at the low or high end of its range, the others at their best values. */
  | { kind: 'input'; key: string; end: 'low' | 'high' };

/**
 * How an answer fares under another way of looking. `holds`: it says the same;
 * `fades`: no clear difference is left; `turns`: the other is clearly better;
 * `appears`: a clear difference where there was none; `may be luck`: one that is
 * clear by itself, but not among so many ways of looking.
 */
export type Standing = 'holds' | 'fades' | 'turns' | 'appears' | 'may be luck' | 'cannot tell';

/** A measure, as it tells itself from others. */
export interface Told {
  id: string;
  by: By | null;
  unit: Unit;
  better: 'higher' | 'lower' | 'neither';
}

export interface Trial {
  tried: Tried;
  /** Of every headline, and of the measure asked for. */
  differences: (Pick<Told, 'id' | 'by'> & Apart & { standing: Standing })[];
}

/** Where the preference changes within the range of an input. */
export interface SwitchingValue {
  /** Value of the input, in base units; it was found between `from` and `to`. */
  value: number;
  from: number;
  to: number;
}

/** One uncertain input that was looked at closely. */
export interface ExplainedInput {
  key: string;
  /** What its effect belongs to, for assumed effects. */
  mechanism?: string;
  /** In base units: days, pounds, shares. */
  low: number;
  best: number;
  high: number;
  dimension: Dimension;
  /** The best value as the file writes it. */
  written: string;
  /** With the difference, over the draws; null without draws. */
  rankCorrelation: number | null;
  /** The same with the other inputs in this list held. */
  partialRankCorrelation: number | null;
  /** False where luck could give as strong a correlation in one of so many inputs. */
  isClear: boolean;
  /** The difference with the input at the ends of its range. */
  atLow: Apart;
  atHigh: Apart;
  /** The one less the other. */
  swing: Apart;
  /** Null: the preference does not change within the range; absent: not looked for, or not told. */
  switching?: SwitchingValue | null;
  /** It was looked for, and a difference on the way cannot be told. */
  switchingUntold?: true;
  /** What knowing it first would be worth, in the measure's unit; null where luck hides it. */
  worthKnowing: number | null;
}

/** Whether an answer stands, whatever was tried. */
export interface Verdict extends Told, Apart {
  /**
   * `robust`: clear, and the same in everything that can be asked of it; `holds`:
   * clear, and the same wherever it was tried and can be told, but something is
   * missing (`untold`, `notDescribed`, `figuresUntold`); `depends`: something
   * changes it; `not clear`: no clear difference anywhere, but for what may be
   * luck (`mayBeLuck`); `same`: no difference at all.
   */
  kind: 'robust' | 'holds' | 'depends' | 'not clear' | 'same' | 'cannot tell';
  /** The range over plausible figures, all drawn together; null without draws. */
  overFigures: DifferenceOverFigures | null;
  /** True where that range holds both signs. */
  figuresDisagree: boolean;
  turns: Tried[];
  fades: Tried[];
  appears: Tried[];
  /** Ways of looking with a clear difference by themselves, but not among the `ways` that were told. */
  mayBeLuck: Tried[];
  ways: number;
  /** Ways of looking in which it cannot be told. */
  untold: Tried[];
  /** True where figures have ranges, but what they do together cannot be told. */
  figuresUntold: boolean;
  /** Reasons why people leave less as time goes by that the model does not describe. */
  notDescribed: Structure[];
}

/** What drives one measure's difference. */
export interface MeasureExplained {
  measure: Told;
  answer: Apart;
  overFigures: DifferenceOverFigures | null;
  /** The inputs looked at closely, the largest swing first. */
  inputs: ExplainedInput[];
  /** Below this size luck alone could give a rank correlation to one of so many inputs. */
  leastClearCorrelation: number | null;
  /** Worth of knowing every figure first, in the measure's unit; null where neither is better. */
  worthOfAllFigures: number | null;
  /** What each mechanism adds to the difference: the whole less the whole without it. */
  mechanisms: { mechanism: string; adds: Apart }[];
}

/** What was run to explain, and whether answers stand. */
interface Ground {
  seed: number;
  replications: number;
  baseline: { id: string; title: string };
  scenario: { id: string; title: string };
  /** Uncertain inputs of the two scenarios, and how they were drawn. */
  drawn: { inputs: number; draws: number; each: number };
  trials: Trial[];
  verdicts: Verdict[];
}

/** An explanation of every headline, all from the same runs. */
export interface HeadlinesExplained extends Ground {
  measures: MeasureExplained[];
}

/** An explanation of one measure: the one that inputs are ranked by. */
export interface Explanation extends Ground, MeasureExplained {
  engine: string;
  portfolio: Summary['portfolio'];
}
