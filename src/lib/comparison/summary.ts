/**
 * The results of a run as pages, papers and the command line read them: every
 * number with its interval, every comparison with its difference. Plain data.
 */
import type { By, Unit } from '../measures/measure.ts';

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
}

/** Scenario minus baseline, paired replication by replication. */
export interface Difference {
  id: string;
  by: By | null;
  unit: Unit;
  difference: number | null;
  low: number | null;
  high: number | null;
  /** Share of futures (replications) in which the scenario does better; ties count half. */
  shareBetter: number | null;
  /** The same difference with every assumed effect switched off: dates and arithmetic alone. */
  contractDatesAlone: { difference: number | null; low: number | null; high: number | null } | null;
  /** What assumed effects add to that: the whole difference less contract dates alone. */
  assumedEffects: { difference: number | null; low: number | null; high: number | null } | null;
  headline: boolean;
  better: 'higher' | 'lower' | 'neither';
}

export interface SeriesEstimate {
  id: string;
  by: By | null;
  unit: Unit;
  /** One value a month from the model's start; null where nothing was measured. */
  values: (number | null)[];
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
}
