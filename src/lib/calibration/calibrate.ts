import { valueAt } from '../experiment/draw-figures.ts';
import type { ArmResult } from '../experiment/merge.ts';
import type { Change } from '../portfolio/portfolio.ts';
import { measured } from './measured.ts';
import { aimOf, type Aim, type Free, type Problem } from './problem.ts';
import { cost, descend, isBetter, search } from './search.ts';
import { equallyGood, told, type Told } from './told.ts';
import { isFit, meets, Trials, type Evaluate, type Trial } from './trials.ts';
import { writtenValue } from './written-value.ts';

/** Where the work of a calibration is done. */
export interface Laboratory {
  /** Runs arms with these quantiles of inputs in the same futures. */
  evaluate: Evaluate;
  /** Runs the model with these changes, in the futures of the search or in others. */
  check: (changes: Change[], futures: 'the same' | 'other') => Promise<ArmResult>;
}

/** Where and how the file writes an assumption. */
export interface InFile {
  /** Where a change sets its best value. */
  path: string;
  /** The ends of its range; absent where that is the default one. */
  low?: string;
  high?: string;
}

/** How one assumption was fitted. */
export interface Fitting {
  id: string;
  /** The value of the file, and the one fitted, as the file would write them. */
  before: string;
  after: string;
  /** As far as it can go and fit as well, the others fitted anew; `atLeast`: and perhaps farther. */
  asWell: { low: string; high: string; atLeast: boolean };
  /**
   * What the targets tell of it: nothing (its whole range fits as well), that
   * it is at least so much, at most so much, or where it lies.
   */
  tells: 'nothing' | 'at least' | 'at most' | 'where';
  /** The end of its range at which it stands. */
  atEnd: 'low' | 'high' | null;
}

/** How one target came out, in other futures than it was fitted in. */
export interface Outcome extends Aim {
  isFitted: boolean;
  /** Null where the model cannot tell it: nobody came to what it is a share of. */
  result: number | null;
  /** Standard error of running so few futures. */
  simulationError: number | null;
  /** What is left, in the target's unit and in standard errors of target and simulation together. */
  leftover: number | null;
  standardErrors: number | null;
  /** Whether the result lies in the target's range, as far as the simulation can tell; null: it cannot. */
  isMet: boolean | null;
}

export interface Calibration {
  problem: Problem;
  fittings: Fitting[];
  outcomes: Outcome[];
  /** Values that fit as well, best first, in the order of the fittings. */
  equallyGood: { values: string[]; misfit: number }[];
  /**
   * Squares of what is left of the fitted targets, each in its standard error, in the search; null
   * where no place tried can tell them all, and nothing is fitted.
   */
  misfit: number | null;
  /** True when the search came to a place where every fitted target is met, in its own futures. */
  isMetInSearch: boolean;
  /** Places tried. */
  tried: number;
  /** What makes the fitted values the model's. */
  changes: Change[];
  /** True when every fitted target is met. */
  isGood: boolean;
}

/** How often the search goes on from a better place that was met while looking how far values can go. */
const MOST_TURNS = 3;
/** A misfit that grows by no more than this when the values are written is the same fit. */
const WRITTEN_AS_WELL = 0.1;
/** How many digits fitted values are written with: as few as keep the fit. */
const DIGITS = [3, 4, 6, 9, 17];

/**
 * Fit assumptions to targets within their ranges.
 *
 * Every place is tried in the same futures, so that they differ by the
 * assumptions alone; the fitted values are then run in other futures, as they
 * will be written, and only that result is judged. The same problem in the same
 * laboratory gives the same bits.
 */
export async function calibrate(
  problem: Problem,
  { evaluate, check }: Laboratory,
  fileOf: (free: Free) => InFile,
): Promise<Calibration> {
  const trials = new Trials(problem, evaluate);
  const { found, ranges } = await bestAndRanges(trials);
  const inFile = problem.free.map(fileOf);
  const written = (i: number, at: number, digits?: number) =>
    writtenAt(problem.free[i], inFile[i], at, digits);
  const { after, changes } = await writtenFit();
  const arm = await check(changes, 'other');
  const outcomes = trials.aims.map((aim, k) => outcome(aim, k < problem.fitted.length, arm));
  return {
    problem,
    fittings: problem.free.map((free, i) => ({
      id: free.id,
      before: free.figure.written,
      after: after[i],
      asWell: {
        low: written(i, ranges[i].low),
        high: written(i, ranges[i].high),
        atLeast: !ranges[i].isClosed,
      },
      ...standing(found.place[i], ranges[i]),
    })),
    outcomes,
    equallyGood: Number.isFinite(found.misfit)
      ? equallyGood(trials, found.misfit).map((trial) => ({
          values: trial.place.map((at, i) => written(i, at)),
          misfit: trial.misfit,
        }))
      : [],
    misfit: Number.isFinite(found.misfit) ? found.misfit : null,
    isMetInSearch: isFit(trials, found),
    tried: trials.all.length,
    changes,
    isGood: outcomes.every(({ isFitted, isMet }) => isMet === true || !isFitted),
  };

  /** A step may lie between a value and its three digits, so that what is written is tried as well. */
  async function writtenFit(): Promise<{ after: string[]; changes: Change[] }> {
    let last = { after: [] as string[], changes: [] as Change[] };
    for (const digits of DIGITS) {
      const after = found.place.map((at, i) => written(i, at, digits));
      last = { after, changes: inFile.map(({ path }, i) => ({ set: path, to: after[i] })) };
      if (!Number.isFinite(found.misfit)) break;
      const { misfit } = trials.read(await check(last.changes, 'the same'));
      if (misfit <= found.misfit + WRITTEN_AS_WELL) break;
    }
    return last;
  }
}

/** The place that misses least, and how far each assumption can go from it. */
async function bestAndRanges(trials: Trials): Promise<{ found: Trial; ranges: Told[] }> {
  let best = await search(trials);
  if (!best) {
    const whole = { low: -1, high: 1, isClosed: true };
    return { found: trials.all[0], ranges: trials.problem.free.map(() => whole) };
  }
  let ranges = await told(trials, best);
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const met = trials.all.reduce((a, b) => (cost(b) < cost(a) ? b : a));
    if (!isBetter(met, best.found)) break;
    best = await descend(trials, met);
    ranges = await told(trials, best);
  }
  return { found: best.found, ranges };
}

/** The value at a place, as the file would write it; ends and best value as it does. */
function writtenAt({ figure }: Free, { low, high }: InFile, at: number, digits?: number): string {
  if (at === 0) return figure.written;
  const own = at === -1 ? low : at === 1 ? high : undefined;
  return own ?? writtenValue(figure, valueAt(figure, 0.5 + 0.4 * at), digits);
}

const NEAR_AN_END = 0.995;

function standing(at: number, { low, high }: Told): Pick<Fitting, 'tells' | 'atEnd'> {
  const [isDown, isUp] = [low <= -NEAR_AN_END, high >= NEAR_AN_END];
  return {
    tells: isDown && isUp ? 'nothing' : isDown ? 'at most' : isUp ? 'at least' : 'where',
    atEnd: at <= -NEAR_AN_END ? 'low' : at >= NEAR_AN_END ? 'high' : null,
  };
}

function outcome(aim: Aim, isFitted: boolean, arm: ArmResult): Outcome {
  const result = measured(arm, aimOf(arm.plan, aim.target).measure);
  const isMet = meets(aim, result);
  if (isMet === null) {
    const nothing = { result: null, simulationError: null, leftover: null, standardErrors: null };
    return { ...aim, isFitted, ...nothing, isMet };
  }
  const { value, error } = result;
  const leftover = value - aim.value;
  const standardErrors = leftover / Math.sqrt(aim.error * aim.error + error * error);
  return {
    ...{ ...aim, isFitted, result: value, simulationError: error, leftover, standardErrors },
    isMet,
  };
}
