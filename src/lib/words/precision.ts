/**
 * How finely numbers are said: the one place for that rule.
 *
 * - A figure on its own is a whole natural frequency: "10 of 100".
 * - A difference and both ends of its range are said to the same step. One of
 *   them below 10 brings one decimal to all three: "0.7 fewer, between 0.5 and
 *   0.8 fewer". What is counted in ones or less (posts, workers, ratios) has
 *   two decimals below 1. Money has its own steps.
 * - A ratio has two decimals from the start, and both are shown: a hundredth
 *   more than "1.00 times" is a gap, and scenarios move it by hundredths.
 * - The step is made finer where rounding would hide what is there: an end
 *   that is not zero shown as zero, or two ends shown as one.
 * - The range of a figure is said as finely as the figure, both ends alike, and both finer where
 *   rounding would move an end by much of the range's width: £2.11 million to £2.22 million.
 * - A difference that is less than what counts is never said as what counts.
 * - Figures of two scenarios that differ clearly are never shown alike, nor
 *   with a gap that plainly is not the difference said beside them: they get as many decimals
 *   as that takes.
 */
import type { Unit } from '../measures/measure.ts';
import { leastThatCounts } from './how-sure.ts';
import { moneyStep } from './money.ts';
import { roundTo } from './numbers.ts';

/** How finely a figure of this size is said on its own. */
export function stepOf(unit: Unit, size: number): number {
  switch (unit) {
    case 'per 100':
    case 'per cent':
      return 1;
    case 'GBP':
    case 'GBP each':
      return moneyStep(size);
    case 'days':
    case 'people':
    case 'relationships':
    case 'families':
    case 'per 1,000':
      return Math.abs(size) < 9.95 ? 0.1 : 1;
    case 'ratio':
      return Math.abs(size) < 9.95 ? 0.01 : 0.1;
    case 'posts':
    case 'workers':
      return Math.abs(size) < 0.995 ? 0.01 : 0.1;
  }
}

/**
 * The step for both ends of a figure's range: that of the figure beside it, and finer where an end
 * would be off by more than a tenth of the width, and by what counts.
 *
 * `figureStep` is given where the figure is said more finely than usual; how it is usually said is
 * read off the middle of its range.
 */
export function stepOfRange(unit: Unit, low: number, high: number, figureStep = Infinity): number {
  const middle = low < 0 && high > 0 ? Math.max(-low, high) : (low + high) / 2;
  return stepHolding(unit, low, high, Math.min(figureStep, stepOf(unit, middle)));
}

/** The step for a figure that its range asks for; undefined where the usual one will do. */
export function stepOfFigure(unit: Unit, { mean, low, high }: Ranged): number | undefined {
  if (mean === null || low === null || high === null) return undefined;
  const usual = stepOf(unit, mean);
  const step = stepHolding(unit, low, high, usual);
  return step < usual ? step : undefined;
}

/** The coarsest step from `coarsest` on that does not move an end of a range by much of its width. */
function stepHolding(unit: Unit, low: number, high: number, coarsest: number): number {
  const allowed = Math.max((high - low) / 10, leastThatCounts(unit));
  let step = coarsest;
  const isOff = (end: number) => Math.abs(roundTo(end, step) - end) > allowed;
  while (step > finest(unit) && (isOff(low) || isOff(high))) step = finer(step);
  return step;
}

/** A figure with its range; null where it cannot be told. */
export interface Ranged {
  mean: number | null;
  low: number | null;
  high: number | null;
}

/**
 * The step for a change and the ends of its range, all said to the same.
 * Of money it is the coarsest step allowed: each amount keeps its own below that.
 */
export function stepOfChange(unit: Unit, values: readonly number[]): number {
  const sizes = values.map(Math.abs).filter((size) => size > 0);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const [from, to] = [Math.min(...values), Math.max(...values)];
  let step = firstStep(unit, least, most);
  const hides = () =>
    sizes.some((size) => said(size, unit, step) === 0) ||
    (from !== to && said(from, unit, step) === said(to, unit, step));
  while (sizes.length > 0 && step > finest(unit) && hides()) step = finer(step);
  return step;
}

/**
 * The step for a difference and its range: as of any change, and finer where one that is less than
 * what counts would be said as what counts.
 */
export function stepOfDifference(
  unit: Unit,
  { difference, low, high }: { difference: number | null; low: number | null; high: number | null },
): number {
  const told = [difference, low, high].filter((value) => value !== null);
  const size = Math.abs(difference ?? 0);
  const least = leastThatCounts(unit);
  let step = stepOfChange(unit, told);
  while (size < least && step > 0.001 && said(size, unit, step) >= least) {
    step = step > 0.01 ? finer(step) : 0.001;
  }
  return step;
}

/** One scenario's figure beside the one it is compared with, and whether the difference is clear. */
export interface Beside {
  mean: number | null;
  against: number | null;
  isClear: boolean;
}

/**
 * The step for figures that stand beside each other: as usual, and finer where
 * two that differ clearly would be shown alike, or with a gap between them that
 * is off by a quarter of the true one or by what counts: the difference is said
 * beside them. Undefined where each keeps its own usual step.
 */
export function stepApart(unit: Unit, pairs: readonly Beside[]): number | undefined {
  const told = pairs.flatMap(({ mean, against, isClear }) =>
    isClear && mean !== null && against !== null && mean !== against ? [[mean, against]] : [],
  );
  const most = Math.max(0, ...told.flat().map(Math.abs));
  const usual = stepOf(unit, most);
  const misstates = (step: number) =>
    told.some(([a, b]) => {
      const [gap, shown] = [a - b, said(a, unit, step) - said(b, unit, step)];
      return shown === 0 || Math.abs(shown - gap) > allowedOff(unit, Math.abs(gap));
    });
  let step = usual;
  while (step > finest(unit) && misstates(step)) step = finer(step);
  return step < usual ? step : undefined;
}

/**
 * How far off a gap between two figures may look. Below 10 the difference itself is said with a
 * decimal: "20, now 26" beside "5.2 fewer" would be off by what counts.
 */
function allowedOff(unit: Unit, gap: number): number {
  const isSaidFinely = gap < 10 && !isMoney(unit);
  return isSaidFinely ? Math.min(gap / 4, leastThatCounts(unit)) : gap / 4;
}

/** The step to which an amount of money is said, where `coarsest` is asked for. */
export function moneyStepUpTo(pounds: number, coarsest: number): number {
  return Math.min(moneyStep(pounds), coarsest);
}

function firstStep(unit: Unit, least: number, most: number): number {
  switch (unit) {
    case 'GBP':
    case 'GBP each':
      return moneyStep(most);
    case 'per 100':
    case 'per 1,000':
    case 'per cent':
    case 'days':
    case 'people':
    case 'relationships':
    case 'families':
      return least < 10 ? 0.1 : 1;
    case 'posts':
    case 'workers':
    case 'ratio':
      return least < 1 ? 0.01 : 0.1;
  }
}

/** The value as it is said at this step. */
function said(value: number, unit: Unit, step: number): number {
  return roundTo(value, isMoney(unit) ? moneyStepUpTo(value, step) : step);
}

function finest(unit: Unit): number {
  return isMoney(unit) ? 1 : 0.01;
}

function isMoney(unit: Unit): boolean {
  return unit === 'GBP' || unit === 'GBP each';
}

/** A tenth, without the dust of binary fractions. */
function finer(step: number): number {
  return step > 1 ? step / 10 : step === 1 ? 0.1 : 0.01;
}
