import { readQuantity } from '../formula/read-quantity.ts';
import type { Quantity } from '../portfolio/portfolio.ts';

const NUMBER = /\d+(?:\.\d+)?/;
const DIGITS = 3;

/**
 * Return a value in the words of a figure: a rate of 0.0026 a day beside “8% per
 * month” is “7.91% per month”, to three digits.
 *
 * The number in the words is changed until they are read as the value, so that
 * a chance within a time is written as one. Throws RangeError for words that
 * hold no number or never come to the value.
 */
export function writtenValue({ written, dimension, value: best }: Quantity, value: number): string {
  const number = NUMBER.exec(written)?.[0];
  if (number === undefined) throw new RangeError(`No number in “${written}”.`);
  const say = (x: number) => written.replace(NUMBER, String(x));
  const read = (x: number) => readQuantity(say(x), dimension, '').value?.value ?? NaN;
  let from = 0;
  let to = best > 0 ? Number(number) * Math.max(1, value / best) * 4 : 1e6;
  while (Number.isNaN(read(to)) && to > 1e-12) to /= 1.1;
  if (!(read(to) >= value)) throw new RangeError(`“${written}” cannot say ${value}.`);
  for (let i = 0; i < 200; i++) {
    const middle = (from + to) / 2;
    if (read(middle) < value) from = middle;
    else to = middle;
  }
  return say(rounded((from + to) / 2));
}

function rounded(x: number): number {
  return x === 0 ? 0 : Number(x.toPrecision(DIGITS));
}
