import { readQuantity } from '../formula/read-quantity.ts';
import type { RangedQuantity } from '../portfolio/uncertain-inputs.ts';

/** The number that the words of a figure begin with, its sign and all. */
const NUMBER = /^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d{1,3})?/;
const FEWEST_DIGITS = 3;
/** As many as tell any number from the next one. */
const MOST_DIGITS = 17;
/** What is this small beside the range is nothing: nobody means 4e-17 by a value about 0. */
const NOTHING = 1e-9;

/**
 * Return a value in the words of a figure: a rate of 0.0026 a day beside “8% per
 * month” is “7.91% per month”, to three digits or as many as are asked for, or to
 * as many as keep it within the range that the file gives.
 *
 * The number in the words is changed until they are read as the value, so that
 * a chance within a time is written as one. Throws RangeError for words that
 * hold no number or never come to the value.
 */
export function writtenValue(
  figure: RangedQuantity,
  value: number,
  fewest = FEWEST_DIGITS,
): string {
  const { written, dimension, low, high, defaultRange } = figure;
  if (!NUMBER.test(written)) throw new RangeError(`No number in “${written}”.`);
  const say = (x: number) => written.replace(NUMBER, String(x));
  // A chance that may be certain is kept as one, not as a rate.
  const expected = dimension === 'share' && written.includes('within') ? 'yearly-chance' : 'any';
  // Read as an assumption is: one may be below nothing, and a share above all.
  const read = (x: number) => {
    const found = readQuantity(say(x), expected, '').value;
    return found?.dimension === dimension ? found.value : x < 0 ? -Infinity : Infinity;
  };
  const wanted = Math.min(high, Math.max(low, value));
  if (low <= 0 && high >= 0 && Math.abs(wanted) < NOTHING * (high - low)) return say(0);
  const exact = numberFor(wanted, read);
  if (exact === null) throw new RangeError(`“${written}” cannot say ${value}.`);
  for (let digits = fewest; digits < MOST_DIGITS; digits++) {
    const x = Number(exact.toPrecision(digits));
    // A default range goes where its value goes, so that nothing leaves it.
    if (defaultRange || (read(x) >= low && read(x) <= high)) return say(x);
  }
  return say(exact);
}

/** The number that is read as a value, or null; what is read grows with the number. */
function numberFor(value: number, read: (x: number) => number): number | null {
  let [from, to] = [-1, 1];
  while (read(from) > value) from *= 2;
  while (read(to) < value) to *= 2;
  for (let i = 0; i < 200; i++) {
    const middle = (from + to) / 2;
    if (read(middle) < value) from = middle;
    else to = middle;
  }
  return read(to) >= value && Number.isFinite(read(to)) ? to : null;
}
