import type { Unit } from '../measures/measure.ts';
import { amount } from './figures.ts';
import { money } from './money.ts';
import { plainNumber, roundTo } from './numbers.ts';
import { moneyStepUpTo, stepOfChange } from './precision.ts';

/** The words for less and more of a measure: "fewer" and "more", "shorter" and "longer". */
export interface Direction {
  less: string;
  more: string;
}

/** The usual words for each unit. */
export function directionOf(unit: Unit): Direction {
  switch (unit) {
    case 'per cent':
    case 'ratio':
      return { less: 'lower', more: 'higher' };
    case 'GBP':
    case 'days':
      return { less: 'less', more: 'more' };
    case 'GBP each':
      return { less: 'less each', more: 'more each' };
    case 'per 100':
    case 'per 1,000':
    case 'people':
    case 'relationships':
    case 'families':
    case 'posts':
    case 'workers':
      return { less: 'fewer', more: 'more' };
  }
}

/** "8 fewer", "0.7 fewer", "3 days longer", "£40,000 less", "2 percentage points higher", "no difference". */
export function change(
  value: number,
  unit: Unit,
  direction = directionOf(unit),
  step = stepOfChange(unit, [value]),
): string {
  if (value === 0) return 'no difference';
  return `${size(value, unit, step)} ${value < 0 ? direction.less : direction.more}`;
}

/**
 * "between 6 and 10 fewer"; "between 0.3 fewer and 0.4 more" when the range
 * holds zero; "the same in every run" when there is no range.
 *
 * Both ends are said as finely as `stepOfChange` holds them apart.
 */
export function changeBetween(
  low: number,
  high: number,
  unit: Unit,
  direction = directionOf(unit),
  step = stepOfChange(unit, [low, high]),
): string {
  if (low === 0 && high === 0) return 'no difference';
  if (isOne(low, high)) return 'the same in every run';
  if (low < 0 && high > 0) {
    return `between ${size(low, unit, step)} ${direction.less} and ${size(high, unit, step)} ${direction.more}`;
  }
  const word = high > 0 ? direction.more : direction.less;
  const [near, far] = high > 0 ? [low, high] : [high, low];
  const [from, to] = [bareSize(near, unit, step), bareSize(far, unit, step)];
  if (from === to)
    return `${from.startsWith('less') ? '' : 'about '}${size(far, unit, step)} ${word}`;
  return `between ${from} and ${size(far, unit, step)} ${word}`;
}

/**
 * "0.2 to 0.6": after a change, in brackets. "0.1 shorter to 0.3 days longer" where the range holds
 * zero: no change with its unit stands before that.
 */
export function rangeShort(
  low: number,
  high: number,
  unit: Unit,
  direction = directionOf(unit),
  step = stepOfChange(unit, [low, high]),
): string {
  if (isOne(low, high)) return 'the same in every run';
  if (low < 0 && high > 0) {
    const ends = [bareSize(low, unit, step), size(high, unit, step)];
    return `${ends[0]} ${direction.less} to ${ends[1]} ${direction.more}`;
  }
  const [near, far] = high > 0 ? [low, high] : [high, low];
  const [from, to] = [bareSize(near, unit, step), bareSize(far, unit, step)];
  if (near === 0)
    return `0 to ${size(far, unit, step)} ${high > 0 ? direction.more : direction.less}`;
  return from === to ? `about ${from}` : `${from} to ${to}`;
}

/** True where only the dust of sums lies between the ends: every run gave the same. */
function isOne(low: number, high: number): boolean {
  return high - low <= 1e-9 * Math.max(Math.abs(low), Math.abs(high));
}

function size(value: number, unit: Unit, step: number): string {
  const positive = Math.abs(value);
  if (unit === 'days') return amount(positive, unit, step);
  if (unit === 'per cent') {
    const said = bareSize(positive, unit, step);
    return `${said} percentage ${said === '1' ? 'point' : 'points'}`;
  }
  return bareSize(positive, unit, step);
}

/** The number alone, as it stands first in "between 6 and 10 days longer". */
function bareSize(value: number, unit: Unit, step: number): string {
  const positive = Math.abs(value);
  if (unit === 'GBP' || unit === 'GBP each') {
    return money(positive, moneyStepUpTo(positive, step));
  }
  if (positive !== 0 && roundTo(positive, step) === 0) return `less than ${step}`;
  return plainNumber(positive, step);
}
