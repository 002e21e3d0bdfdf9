import type { Unit } from '../measures/measure.ts';
import { amount, stepOf } from './figures.ts';
import { money } from './money.ts';
import { plainNumber, roundTo } from './numbers.ts';

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
    case 'GBP each':
    case 'days':
      return { less: 'less', more: 'more' };
    case 'per 100':
    case 'per 1,000':
    case 'people':
    case 'relationships':
    case 'posts':
    case 'workers':
      return { less: 'fewer', more: 'more' };
  }
}

/** "8 fewer", "3 days longer", "£40,000 less", "2 percentage points higher", "no difference". */
export function change(value: number, unit: Unit, direction = directionOf(unit)): string {
  if (value === 0) return 'no difference';
  return `${size(value, unit, stepOf(unit, value))} ${value < 0 ? direction.less : direction.more}`;
}

/**
 * "between 6 and 10 fewer"; "between 2 fewer and 3 more" when the range holds
 * zero; "within 1 either way" when both ends round to the same number.
 */
export function changeBetween(
  low: number,
  high: number,
  unit: Unit,
  direction = directionOf(unit),
): string {
  const step = stepOf(unit, Math.max(Math.abs(low), Math.abs(high)));
  if (low === 0 && high === 0) return 'no difference';
  if (low < 0 && high > 0) {
    return `between ${size(low, unit, step)} ${direction.less} and ${size(high, unit, step)} ${direction.more}`;
  }
  const word = high > 0 ? direction.more : direction.less;
  const [near, far] = high > 0 ? [low, high] : [high, low];
  if (roundTo(near, step) === roundTo(far, step) && roundTo(far, step) !== 0) {
    return `within ${size(step, unit, step)} either way`;
  }
  if (roundTo(far, step) === 0) return `${size(far, unit, step)} ${word}`;
  return `between ${bareSize(near, unit, step)} and ${size(far, unit, step)} ${word}`;
}

function size(value: number, unit: Unit, step: number): string {
  const positive = Math.abs(value);
  if (unit === 'GBP each') return `${money(positive)} each`;
  if (unit === 'days') return amount(positive, unit, step);
  if (unit === 'per cent') {
    const said = bareSize(positive, unit, step);
    return `${said} percentage ${said === '1' || said === 'less than 1' ? 'point' : 'points'}`;
  }
  return bareSize(positive, unit, step);
}

/** The number alone, as it stands first in "between 6 and 10 days longer". */
function bareSize(value: number, unit: Unit, step: number): string {
  const positive = Math.abs(value);
  if (unit === 'GBP' || unit === 'GBP each') return money(positive).replace('minus ', '');
  if (positive !== 0 && roundTo(positive, step) === 0) return `less than ${step}`;
  return plainNumber(positive, step);
}
