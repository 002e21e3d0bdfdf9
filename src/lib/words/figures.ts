import type { Unit } from '../measures/measure.ts';
import { howManyOf } from './frequencies.ts';
import { money, moneyExact } from './money.ts';
import { countOf, decimalNumber, plainNumber, roundTo } from './numbers.ts';
import { moneyStepUpTo, stepOf, stepOfRange } from './precision.ts';

const SINGULAR = {
  days: 'day',
  relationships: 'relationship',
  families: 'family',
  posts: 'post',
  workers: 'worker',
};

export const CANNOT_TELL = 'cannot tell';

/**
 * "23 days", "37 of 100", "£2.4 million", "37%": a figure with its unit, for
 * sentences. `step` is given where figures must be told apart: `stepApart`.
 */
export function figure(value: number | null, unit: Unit, who = '', step?: number): string {
  if (value === null) return CANNOT_TELL;
  if (unit === 'per 100') return `${howManyOf(value, 100, step)} of 100${who ? ` ${who}` : ''}`;
  const said = amount(value, unit, step ?? stepOf(unit, value));
  return unit === 'per 1,000' ? `${said} of 1,000${who ? ` ${who}` : ''}` : said;
}

/** "£2.4 million", "8 days", "8" (per 100): the size said on its own, with the unit's own word. */
export function amount(value: number, unit: Unit, step = stepOf(unit, value)): string {
  if (unit === 'GBP') return money(value, moneyStepUpTo(value, step));
  if (unit === 'GBP each') return `${money(value, moneyStepUpTo(value, step))} each`;
  const tiny = value !== 0 && roundTo(value, step) === 0;
  const count = (one: string, many: string) =>
    tiny ? `less than ${step} ${step === 1 ? one : many}` : countOf(value, one, many, step);
  switch (unit) {
    case 'days':
      return count('day', 'days');
    case 'people':
      return count('person', 'people');
    case 'relationships':
      return count('relationship', 'relationships');
    case 'families':
      return count('family', 'families');
    case 'posts':
      return count('post', 'posts');
    case 'workers':
      return count('worker', 'workers');
    case 'per cent':
      return tiny ? `less than ${step}%` : `${plainNumber(value, step)}%`;
    case 'per 100':
    case 'per 1,000':
    case 'ratio':
      return tiny ? `less than ${step}` : bareNumber(value, unit, step);
  }
}

/**
 * "between 34 and 40", "between £1.2 million and £1.4 million"; "about 37" when both round alike.
 * `figureStep` is how finely the figure beside it is said; see `stepOfRange`.
 */
export function between(low: number, high: number, unit: Unit, figureStep?: number): string {
  const step = stepOfRange(unit, low, high, figureStep);
  const from = bare(low, unit, step);
  const to = bare(high, unit, step);
  if (from === to) return `about ${withUnit(to, unit)}`;
  return `between ${from} and ${withUnit(to, unit)}`;
}

/** A figure for a cell of a table, whose heading names the unit: "37", "£2,412,000", "23". */
export function cell(value: number | null, unit: Unit, step?: number): string {
  if (value === null) return CANNOT_TELL;
  if (unit === 'GBP' || unit === 'GBP each') return moneyExact(value);
  if (unit === 'per 100' && step !== undefined) return howManyOf(value, 100, step);
  return bareNumber(value, unit, step ?? stepOf(unit, value)).replace('minus ', '−');
}

/** What heads a column of figures in this unit. */
export function unitHeading(unit: Unit): string {
  switch (unit) {
    case 'per 100':
      return 'of 100';
    case 'per 1,000':
      return 'of 1,000';
    case 'GBP':
      return 'pounds';
    case 'GBP each':
      return 'pounds each';
    case 'per cent':
      return 'per cent';
    case 'days':
    case 'people':
    case 'relationships':
    case 'families':
    case 'posts':
    case 'workers':
    case 'ratio':
      return unit;
  }
}

function bare(value: number, unit: Unit, step: number): string {
  if (unit === 'GBP' || unit === 'GBP each') return money(value, step);
  if (value !== 0 && roundTo(value, step) === 0) return `less than ${step}`;
  return bareNumber(value, unit, step);
}

/** As many digits as it needs; of a ratio all that the step has, "1.00": beside "1.02" they tell. */
function bareNumber(value: number, unit: Unit, step: number): string {
  if (unit !== 'ratio' || value === 0) return plainNumber(value, step);
  return decimalNumber(value, step < 0.1 ? 2 : 1);
}

function withUnit(said: string, unit: Unit): string {
  switch (unit) {
    case 'per 100':
    case 'per 1,000':
    case 'ratio':
    case 'GBP':
      return said;
    case 'GBP each':
      return `${said} each`;
    case 'per cent':
      return `${said}%`;
    case 'people':
      return `${said} ${said === '1' ? 'person' : 'people'}`;
    case 'days':
    case 'relationships':
    case 'families':
    case 'posts':
    case 'workers':
      return `${said} ${said === '1' ? SINGULAR[unit] : unit}`;
  }
}
