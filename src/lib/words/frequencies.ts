import { decimalNumber, roundTo, wholeNumber } from './numbers.ts';

/**
 * "37 of 100 people": a chance as a natural frequency, in whole numbers.
 *
 * `value` is already per `outOf`. What rounds to none or to all, and is not,
 * is said as "fewer than 1 of 100" or "more than 99 of 100".
 */
export function outOf(value: number, who: string, of = 100): string {
  return `${howManyOf(value, of)} of ${wholeNumber(of)}${who ? ` ${who}` : ''}`;
}

/**
 * The number alone: "37", "fewer than 1", "more than 99". With a `step` below 1
 * the decimals are all shown, "10.0": for figures that must be told apart.
 */
export function howManyOf(value: number, of = 100, step = 1): string {
  const places = step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
  const rounded = roundTo(value, step);
  if (value > 0 && rounded === 0) return `fewer than ${step}`;
  if (value < of && rounded >= of) return `more than ${decimalNumber(of - step, places)}`;
  return decimalNumber(value, places);
}

/**
 * Both frames: "37 of 100 people do, 63 do not". The two whole numbers always
 * add to a hundred.
 */
export function bothFrames(value: number, who = '', does = 'do', doesNot = 'do not'): string {
  const rounded = Math.round(value);
  const first = outOf(value, who);
  if (value > 0 && rounded === 0) return `${first} ${does}, more than 99 ${doesNot}`;
  if (value < 100 && rounded >= 100) return `${first} ${does}, fewer than 1 ${doesNot}`;
  return `${first} ${does}, ${wholeNumber(100 - rounded)} ${doesNot}`;
}
