/**
 * The results of a run as pages, papers and the command line read them: every
 * number with its interval, every comparison with its difference. Plain data.
 */
import type { By, Unit } from '../measures/measure.ts';

/**
 * What doubt about the figures put in does to a result: many sets of plausible
 * figures, a few futures with each. Ranges without a level hold eight in ten.
 */
export interface OverFigures {
  /** Sets of figures in which it can be told. */
  draws: number;
  /** Mean over them with its 95% interval: more draws make it narrower. */
  mean: number;
  low: number;
  high: number;
  /** The range over plausible figures, chance taken out: computing does not make it narrower. */
  figures: { low: number; high: number };
  /** The range for one future with one set of figures. */
  oneFuture: { low: number; high: number };
  /** Share of one future's variance that comes from the figures; null where nothing varies. */
  shareFromFigures: number | null;
}

/** A difference over plausible figures. */
export interface DifferenceOverFigures extends OverFigures {
  /** Share of sets of figures (not of futures) in which the scenario does better. */
  shareBetter: number | null;
  /**
   * Share of single futures, each with its own figures, in which it does; ties count half. Absent
   * where they were not counted: snapshots of format 1 do not hold it.
   */
  shareFuturesBetter?: number | null;
  /** In how many of them both can be told; absent where in all, and where they were not counted. */
  futuresTold?: number;
}

/** A mean over replications with its 95% interval (simulation error alone). */
export interface Estimate {
  id: string;
  by: By | null;
  unit: Unit;
  /** Null where there is nothing to measure: "cannot tell". */
  mean: number | null;
  low: number | null;
  high: number | null;
  better: 'higher' | 'lower' | 'neither';
  headline: boolean;
  /** Absent where figures were not drawn; null where it cannot be told. */
  overFigures?: OverFigures | null;
  /** Of headlines alone, and of enough replications. */
  futures?: Futures;
  /**
   * The same figure under the other reading of renewal: of headlines, of a run that compares
   * nothing. A comparison has it in its differences.
   */
  otherRenewal?: { mean: number | null; low: number | null; high: number | null };
}

/**
 * How far apart single futures lie, by luck alone: the value at each of 20
 * quantiles, (i − 0.5) / 20, over replications in which it can be told. Each
 * stands for one future in twenty.
 */
export type Futures = number[];

/** Scenario minus baseline, paired replication by replication. */
export interface Difference {
  id: string;
  by: By | null;
  unit: Unit;
  difference: number | null;
  low: number | null;
  high: number | null;
  /**
   * Share of futures (replications) in which the scenario does better, of those in which both can
   * be told; ties count half.
   */
  shareBetter: number | null;
  /** How many futures those are; absent where they are all. Older snapshots never say it. */
  runsTold?: number;
  /**
   * Present where the two differ in contract dates, terms, renewals and decisions alone, so that
   * what is left without assumed effects is what those dates do.
   */
  changesDatesAlone?: true;
  /**
   * The same difference with every assumed effect switched off, whatever else was changed. Its name
   * is that of snapshots of format 1; `results.json` calls it `withoutEffects`.
   */
  contractDatesAlone: { difference: number | null; low: number | null; high: number | null } | null;
  /** What assumed effects add to that: the whole difference less the one without them. */
  assumedEffects: { difference: number | null; low: number | null; high: number | null } | null;
  headline: boolean;
  better: 'higher' | 'lower' | 'neither';
  /** Absent where figures were not drawn; null where it cannot be told. */
  overFigures?: DifferenceOverFigures | null;
  /** Of headlines alone, and of enough replications: scenario minus baseline, future by future. */
  futures?: Futures;
  /** The same difference under the other reading of renewal; absent where it was not run. */
  otherRenewal?: { difference: number | null; low: number | null; high: number | null };
}

export interface SeriesEstimate {
  id: string;
  by: By | null;
  unit: Unit;
  /** One value a month from the model's start; null where nothing was measured. */
  values: (number | null)[];
  /** Where eight in ten futures lie, by luck alone; absent where single futures were not kept. */
  band?: SeriesBand;
}

/** One entry for each stretch of `months` months from the model's start. */
export interface SeriesBand {
  months: number;
  low: number[];
  high: number[];
}

/** Cumulative incidence of each way a relationship ends, by time together. */
export interface EndingCurves {
  by: By | null;
  /** Days together at which the shares are given, from 0. */
  days: number[];
  /** In the order drawn; shares[reason][day], 0 to 1; the rest is still going. */
  reasons: string[];
  shares: number[][];
}

/** One imagined person's relationships, for the threads picture. */
export interface Thread {
  /** Number of the imagined person, from 1. */
  person: number;
  group: string;
  locality: string;
  /** Day they came, from the model's start. */
  arrives: number;
  /** Relationships in order of their first day. */
  relationships: {
    service: string;
    role: string;
    /** Tells one worker from the next: unique within the replication. */
    worker: string;
    from: number;
    /** Day it ended; null where it still goes on at the end of the run. */
    to: number | null;
    reason: string | null;
  }[];
}

export interface ScenarioSummary {
  id: string;
  title: string;
  story: string;
  measures: Estimate[];
  series: SeriesEstimate[];
  endings: EndingCurves[];
  /** The same imagined people in every scenario; one replication. */
  threads: Thread[];
}

export interface Summary {
  engine: string;
  portfolio: {
    id: string;
    title: string;
    hash: string;
    notice: string;
    start: string;
    horizonDays: number;
  };
  seed: number;
  replications: number;
  /** Days simulated before the model's start. */
  warmUpDays: number;
  /** What the run says of itself: warm-up that was not steady, events that overflowed. */
  notes: string[];
  scenarios: ScenarioSummary[];
  comparisons: { scenario: string; baseline: string; differences: Difference[] }[];
  /** How figures were drawn; absent where they were not. */
  drawn?: {
    /** Uncertain inputs of the model; 0: there was nothing to draw. */
    inputs: number;
    draws: number;
    /** Futures with each draw. */
    each: number;
  };
  /** How renewal is read in the results, and in `otherRenewal`; absent where only one was run. */
  renewal?: { read: Renewal; other: Renewal };
  /**
   * Present where the ranges of differences are simultaneous: all of
   * `comparisons` hold together with 95%, each by itself with `level`.
   */
  simultaneous?: { comparisons: number; level: number };
  /** Present where the run went on until its headlines were precise, or gave up. */
  precision?: { reached: boolean; looks: number[] };
}

export type Renewal = 'per year' | 'per decision';
