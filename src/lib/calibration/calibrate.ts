import { valueAt } from '../experiment/draw-figures.ts';
import type { ArmResult } from '../experiment/merge.ts';
import type { Change } from '../portfolio/portfolio.ts';
import { measured } from './measured.ts';
import type { Aim, Free, Problem } from './problem.ts';
import { search } from './search.ts';
import { equallyGood, told, type Told } from './told.ts';
import { Trials, type Evaluate } from './trials.ts';
import { writtenValue } from './written-value.ts';

/** Where the work of a calibration is done. */
export interface Laboratory {
  /** Runs arms with these quantiles of inputs in the same futures. */
  evaluate: Evaluate;
  /** Runs the model with these changes in other futures. */
  check: (changes: Change[]) => Promise<ArmResult>;
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
  /** As far as it can go and fit as well, the others fitted anew. */
  asWell: { low: string; high: string };
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
  result: number;
  /** Standard error of running so few futures. */
  simulationError: number;
  /** What is left, in the target's unit and in standard errors of target and simulation together. */
  leftover: number;
  standardErrors: number;
  /** Whether the result lies in the target's range, as far as the simulation can tell. */
  isMet: boolean;
}

export interface Calibration {
  problem: Problem;
  fittings: Fitting[];
  outcomes: Outcome[];
  /** Values that fit as well, best first, in the order of the fittings. */
  equallyGood: { values: string[]; misfit: number }[];
  /** Squares of what is left of the fitted targets, each in its standard error, in the search. */
  misfit: number;
  /** Places tried. */
  tried: number;
  /** What makes the fitted values the model's. */
  changes: Change[];
  /** True when every fitted target is met. */
  isGood: boolean;
}

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
  const { found, slopes } = await search(trials);
  const ranges = await told(trials, found, slopes);
  const inFile = problem.free.map(fileOf);
  const written = (i: number, at: number) => writtenAt(problem.free[i], inFile[i], at);
  const after = found.place.map((at, i) => written(i, at));
  const changes = inFile.map(({ path }, i) => ({ set: path, to: after[i] }));
  const arm = await check(changes);
  const outcomes = trials.aims.map((aim, k) => outcome(aim, k < problem.fitted.length, arm));
  return {
    problem,
    fittings: problem.free.map((free, i) => ({
      id: free.id,
      before: free.figure.written,
      after: after[i],
      asWell: { low: written(i, ranges[i].low), high: written(i, ranges[i].high) },
      ...standing(found.place[i], ranges[i]),
    })),
    outcomes,
    equallyGood: equallyGood(trials, found.misfit).map((trial) => ({
      values: trial.place.map((at, i) => written(i, at)),
      misfit: trial.misfit,
    })),
    misfit: found.misfit,
    tried: trials.all.length,
    changes,
    isGood: outcomes.every(({ isFitted, isMet }) => isMet || !isFitted),
  };
}

/** The value at a place, as the file would write it; ends and best value as it does. */
function writtenAt({ figure }: Free, { low, high }: InFile, at: number): string {
  if (at === 0) return figure.written;
  const own = at === -1 ? low : at === 1 ? high : undefined;
  return own ?? writtenValue(figure, valueAt(figure, 0.5 + 0.4 * at));
}

const NEAR_AN_END = 0.995;

function standing(at: number, { low, high }: Told): Pick<Fitting, 'tells' | 'atEnd'> {
  const [isDown, isUp] = [low <= -NEAR_AN_END, high >= NEAR_AN_END];
  return {
    tells: isDown && isUp ? 'nothing' : isDown ? 'at most' : isUp ? 'at least' : 'where',
    atEnd: at <= -NEAR_AN_END ? 'low' : at >= NEAR_AN_END ? 'high' : null,
  };
}

/** A result meets a target when it is no farther outside than twice its own error. */
function outcome(aim: Aim, isFitted: boolean, arm: ArmResult): Outcome {
  const measure = arm.plan.measures.find(
    ({ id, by }) =>
      id === aim.measure.id &&
      by?.kind === aim.measure.by?.kind &&
      by?.id === aim.measure.by?.id &&
      !by?.within,
  );
  if (!measure) throw new Error(`The fitted model has no ${aim.measure.id}.`);
  const { value: result, error } = measured(arm, measure);
  const leftover = result - aim.value;
  return {
    ...aim,
    isFitted,
    result,
    simulationError: error,
    leftover,
    standardErrors: leftover / Math.sqrt(aim.error * aim.error + error * error),
    isMet: result >= aim.low - 2 * error && result <= aim.high + 2 * error,
  };
}
