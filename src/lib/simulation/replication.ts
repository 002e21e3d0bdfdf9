/**
 * What one replication leaves behind: counts and areas by month, by home, by
 * criterion, and how relationships ended. Reused from run to run.
 */

/** Ways a relationship ends, in the order of the tables; the last is censored. */
export const REASONS = [
  'planned-ending',
  'moved-on-warm',
  'moved-on-cold',
  'persons-choice',
  'left-early',
  'worker-left',
  'funding-ended',
  'time-limit',
  'other-life-event',
  'still-going',
] as const;
export const PLANNED_ENDING = 0;
export const MOVED_ON_WARM = 1;
export const MOVED_ON_COLD = 2;
export const PERSONS_CHOICE = 3;
export const LEFT_EARLY = 4;
export const WORKER_LEFT = 5;
export const FUNDING_ENDED = 6;
export const TIME_LIMIT = 7;
export const OTHER_LIFE_EVENT = 8;
export const STILL_GOING = 9;

/** Cut short: the service's doing, before a planned ending. */
export function isCutShort(reason: number): boolean {
  return reason === WORKER_LEFT || reason === FUNDING_ENDED || reason === TIME_LIMIT;
}

/**
 * Counts of people referred to a service, by what came of it. All but
 * `STARTED_NOW` are put down to the month of the referral.
 */
export const REFERRED = 0;
export const STARTED = 1;
export const WAIT_DAYS = 2;
export const STARTED_WITHIN_21 = 3;
export const STARTED_WITHIN_42 = 4;
export const STOPPED_WAITING = 5;
export const TURNED_AWAY = 6;
export const CLOSED_OUT = 7;
export const NOT_REACHED = 8;
export const NOT_ARRIVED = 9;

/** By service and month, after the referral counts. */
export const STARTED_AFTER_42 = 20;
export const STARTED_NOW = 10;
/** Areas: quantity times days, for means over time. */
export const LIST_DAYS = 11;
export const PRESENT_DAYS = 12;
/** Load units carried, and load units that filled posts (or open places) could carry. */
export const LOAD_DAYS = 13;
export const ROOM_DAYS = 14;
export const FILLED_DAYS = 15;
/** Posts that the running awards pay for. */
export const FUNDED_DAYS = 16;
export const SPEND = 17;
export const RELATIONSHIPS_BEGUN = 18;
export const PLACEMENTS_BOUGHT = 19;
/** Funded posts, times days: not yet filled since their money began; held empty as it runs out. */
export const SET_UP_DAYS = 21;
export const HELD_DAYS = 22;
/** Filled posts, times days, for the part of them that stands free while nobody new is taken. */
export const SHUT_DAYS = 23;
/** Pounds of placement budgets that were not spent when the year was over. */
export const BUDGET_LEFT = 24;
/** People referred who moved away or died before anything else came of it; by the month of the referral. */
export const GONE_WHILE_WAITING = 25;
/**
 * Relationships cut short within 24 months: those begun within the horizon, by the month in which
 * they began; and all, by the month in which they ended.
 */
export const CUT_SHORT_OF_BEGUN = 26;
export const CUT_SHORT_NOW = 27;
export const SERVICE_COLUMNS = 28;

/** Everybody who comes within the horizon, and every relationship begun in it, is watched for 24 months. */
export const WATCHED_DAYS = 24 * (365.25 / 12);
export const A_YEAR = 365;

/** Days: what lies closer than this to a mark lies on it, for times are sums that were rounded. */
export const ROUNDING = 1e-6;

/**
 * By cell (home and group), over the horizon, after the referral counts. The
 * first four are of people who came within it.
 */
export const PEOPLE_ARRIVED = 10;
/** Within 24 months of coming. */
export const PEOPLE_STARTED = 11;
export const PEOPLE_KEPT_A_YEAR = 12;
export const PEOPLE_FINISHED_BEFORE = 13;
/** Workers whom they met within 24 months of coming, and how often they told their story again. */
export const PEOPLE_WORKERS = 14;
export const PEOPLE_TOLD_AGAIN = 15;
/** Relationships begun, and those of them that were cut short. */
export const PEOPLE_RELATIONSHIPS = 16;
export const PEOPLE_CUT_SHORT = 17;
/** People who had support at any time, each once, and the days on which they had it. */
export const PEOPLE_SUPPORTED = 18;
export const PEOPLE_SUPPORT_DAYS = 19;
export const PEOPLE_MAT_DAYS = 20;
export const PEOPLE_MAT_STARTS = 21;
/** Person-days on MAT within four weeks of starting it. */
export const PEOPLE_EARLY_MAT_DAYS = 22;
export const PEOPLE_UNPLANNED_EXITS = 23;
/** Person-days with no support within four weeks of an unplanned exit; those of them after MAT. */
export const PEOPLE_UNSUPPORTED_DAYS = 24;
export const PEOPLE_UNSUPPORTED_AFTER_MAT = 25;
/** People who could be left alone, and people given MAT, each once: those whom these days are counted of. */
export const PEOPLE_COULD_BE_ALONE = 26;
export const PEOPLE_GIVEN_MAT = 27;
export const PEOPLE_COLUMNS = 28;

/** By month, of families both of whom are supported: days, and how often that began. */
export const FAMILY_DAYS = 0;
export const FAMILIES_BEGUN = 1;
/** Workers beside families both of whom are supported, times days. */
export const FAMILY_WORKER_DAYS = 2;
export const FAMILY_COLUMNS = 3;

/** Months together at which it is asked who still has, or already has, their worker that long. */
export const LANDMARK_MONTHS = [3, 6, 12, 24];
/**
 * By service, of relationships going on on a day of the horizon, all its days
 * alike: relationship-days, days together so far summed over them, and
 * relationship-days beyond each landmark.
 */
export const OPEN_DAYS = 0;
export const OPEN_SO_FAR = 1;
export const OPEN_BEYOND = 2;
export const OPEN_COLUMNS = OPEN_BEYOND + LANDMARK_MONTHS.length;

/** By criterion and cell, over the horizon. */
export const CRITERION_DUE = 0;
export const CRITERION_REACHED = 1;
/** Person-days on MAT of people with the need, and those with support going on. */
export const CRITERION_NEED_DAYS = 2;
export const CRITERION_MET_DAYS = 3;
export const CRITERION_COLUMNS = 4;

/** Months after a first day of support at which it is asked who is still in it. */
export const STAY_MONTHS = [1, 3, 6, 12, 24, 36] as const;
/** By service and landmark: who was seen for so long (or would have been), and who was still in support. */
export const STAY_SEEN = 0;
export const STAY_KEPT = 1;
export const STAY_COLUMNS = STAY_MONTHS.length * 2;

/** By stage: those whose time in it is over, and those who came to its end. */
export const STAGE_OVER = 0;
export const STAGE_COMPLETED = 1;
export const STAGE_COLUMNS = 2;

const MONTH = 365.25 / 12;
const MONTHLY_BINS = 24;
const QUARTER = 3 * MONTH;

/**
 * Upper edges of the bins of time together, days: months for two years, as far
 * as everybody is watched, and quarters after that up to `longestDays`.
 */
export function makeBinEnds(longestDays: number): Float64Array {
  const ends: number[] = [];
  for (let i = 1; i <= MONTHLY_BINS; i++) ends.push(i * MONTH);
  for (let end = ends[MONTHLY_BINS - 1]; end < longestDays;) ends.push((end += QUARTER));
  return Float64Array.from(ends);
}

/** Bin of a time together among `bins`: the first whose upper edge is not below it. */
export function binOf(days: number, bins: number): number {
  const least = days - ROUNDING;
  const months = Math.ceil(least / MONTH) - 1;
  const bin =
    months < MONTHLY_BINS
      ? months
      : MONTHLY_BINS + Math.ceil((least - MONTHLY_BINS * MONTH) / QUARTER) - 1;
  return Math.min(bins - 1, Math.max(0, bin));
}

/** By role, over the horizon: posts filled times days, and relationships begun. */
export const ROLE_FILLED_DAYS = 0;
export const ROLE_BEGUN = 1;
export const ROLE_CUT_SHORT = 2;
export const ROLE_TOGETHER_DAYS = 3;
export const ROLE_KEPT_A_YEAR = 4;
/** Posts filled at a cost. */
export const ROLE_RECRUITED = 5;
export const ROLE_COLUMNS = 6;

/** By the service that passes people on and the one that they are passed to, over the horizon. */
export const PASS_SENT = 0;
export const PASS_ARRIVED = 1;
export const PASS_COLUMNS = 2;

/** By offer of support with a need, of those made within the horizon. */
export const OFFER_MADE = 0;
export const OFFER_ACCEPTED = 1;
export const OFFER_RECEIVED = 2;
export const OFFER_COLUMNS = 3;

/** One imagined person who is followed, for the threads picture. */
export interface Followed {
  person: number;
  group: string;
  locality: string;
  arrives: number;
  relationships: {
    service: string;
    role: string;
    worker: string;
    from: number;
    to: number | null;
    reason: string | null;
  }[];
}

export interface Replication {
  /** Months from the model's start to the end of the run. */
  months: number;
  /** First day of each month, and the day after the last. */
  monthStarts: Float64Array;
  /** Months that lie before the horizon. */
  horizonMonths: number;
  /** [(month * services + service) * SERVICE_COLUMNS + column] */
  byService: Float64Array;
  /** [cell * PEOPLE_COLUMNS + column], over the horizon; a cell is home * groups + group. */
  byCell: Float64Array;
  /** [(criterion * cells + cell) * CRITERION_COLUMNS + column], over the horizon. */
  byCriterion: Float64Array;
  /** [(month * criteria + criterion) * 2]: need days, met days. */
  criterionByMonth: Float64Array;
  /** Commitment by contract and month, constant prices. */
  commitment: Float64Array;
  /**
   * [contract * 2]: what awards ended for good would have paid on and is not committed to seeing
   * people through, moved elsewhere and lost, within the horizon.
   */
  gone: Float64Array;
  /** Days of the horizon on which an award of each contract runs. */
  runningDays: Float64Array;
  /** Pounds for placements bought within the horizon, less what came back, by places. */
  bought: Float64Array;
  /** Awards not renewed, by contract, within the horizon. */
  refusals: Float64Array;
  /** Upper edges of the bins of time together, days. */
  binEnds: Float64Array;
  /** [(service * bins + bin) * reasons + reason]: relationships begun within the horizon. */
  endings: Float64Array;
  /** Days together of relationships begun within the horizon, summed by service. */
  togetherDays: Float64Array;
  /** Support begun within the horizon: [service * STAY_COLUMNS + landmark * 2 + column]. */
  stays: Float64Array;
  /** Stages begun within the horizon: [stage * STAGE_COLUMNS + column]. */
  byStage: Float64Array;
  /** [service * OPEN_COLUMNS + column] */
  open: Float64Array;
  /**
   * [service * reasons + reason]: how relationships ended that were going on at
   * the start; those that went on for 24 months from there are still going.
   */
  goingAtStart: Float64Array;
  /** Mean people in support over each month of the warm-up, oldest first. */
  warmUpPresent: Float64Array;
  /** [role * ROLE_COLUMNS + column], over the horizon. */
  byRole: Float64Array;
  /** [(from * services + to) * PASS_COLUMNS + column], over the horizon. */
  passes: Float64Array;
  /** [offer * OFFER_COLUMNS + column], of offers made within the horizon. */
  byOffer: Float64Array;
  /** [month * FAMILY_COLUMNS + column]: families both of whom are supported, within the horizon. */
  families: Float64Array;
  followed: Followed[];
  /** Events handled, for speed measurements. */
  events: number;
}
