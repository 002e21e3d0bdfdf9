/**
 * What a measure is: an id, what it is split by, and how it is formed from the
 * totals that each replication leaves behind. Kept as plain data, so that it
 * travels from a worker to a page.
 */

export type Unit =
  | 'days'
  | 'people'
  | 'relationships'
  | 'families'
  | 'per 100'
  | 'per 1,000'
  | 'per cent'
  | 'GBP'
  | 'GBP each'
  | 'posts'
  | 'workers'
  | 'ratio';

/** What a measure is split by; null is everything together. Funding "awards": money that ends. */
export interface By {
  kind:
    | 'service'
    | 'funding'
    | 'locality'
    | 'role'
    | 'criterion'
    | 'reason'
    | 'group'
    | 'contract'
    | 'year'
    | 'stage'
    | 'relationship'
    | 'sector'
    | 'size'
    | 'funder'
    | 'link'
    | 'how'
    /** The most deprived fifth, or the others. */
    | 'deprivation'
    /** The measure that a gap is of. */
    | 'measure';
  id: string;
  /** A second split: criteria by locality, group or deprivation, reasons by funding, ways of offering by need. */
  within?: { kind: By['kind'] | 'need'; id: string };
}

/**
 * One measure. A `mean` is the mean over replications of one total; a `ratio`
 * is the total of the numerator over the total of the denominator (never a
 * mean of ratios). Both are multiplied by `scale`.
 */
export interface Measure {
  id: string;
  by: By | null;
  unit: Unit;
  shape: 'mean' | 'ratio';
  numerator: number;
  /** Index of the denominator's total; -1 for a mean. */
  denominator: number;
  scale: number;
  better: 'higher' | 'lower' | 'neither';
  /** Headlines are fixed beforehand; precision is judged on them. */
  headline: boolean;
}

/**
 * How far apart a measure is for people in the most deprived fifth and for
 * people elsewhere: the one less the other, or over it.
 */
export interface Gap {
  id: 'deprivation-gap' | 'deprivation-ratio';
  by: By;
  unit: Unit;
  most: Measure;
  others: Measure;
}

/** A monthly series; `shape` as for a measure, month by month. */
export interface Series {
  id: string;
  by: By | null;
  unit: Unit;
  shape: 'mean' | 'ratio';
  /** First index of its months in the series vector. */
  numerator: number;
  denominator: number;
  scale: number;
}

/**
 * A series of which every replication is kept, some months at a time, to tell
 * how far apart single futures lie: the mean of each stretch of `months` months.
 */
export interface Band {
  id: string;
  by: By | null;
  months: number;
  /** First index of its stretches in the vector of totals. */
  first: number;
  count: number;
}

/** How one replication's vectors are laid out, and what is read from them. */
export interface MeasurePlan {
  measures: Measure[];
  /** Gaps and ratios by deprivation, of some of the measures. */
  gaps: Gap[];
  /** Length of the vector of totals. */
  totals: number;
  series: Series[];
  /** Of some of the series: how far apart single futures lie. */
  bands: Band[];
  /** Months covered by each series, from the model's start. */
  months: number;
  /** Days simulated before the model's start. */
  warmUpDays: number;
  /** Length of the vector of series. */
  seriesSize: number;
  /** Relationship endings: counts[strata][bin][reason], in the endings vector. */
  endings: {
    /** Null stands for all services together. */
    strata: (By | null)[];
    /** Upper edges of the bins of time together, days. */
    binEnds: number[];
    /** The last is "still going": censored. */
    reasons: string[];
  };
}
