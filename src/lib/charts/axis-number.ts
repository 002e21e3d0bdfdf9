import type { Unit } from '../measures/measure.ts';
import { money } from '../words/money.ts';
import { decimalNumber, plainNumber } from '../words/numbers.ts';

/** A number on an axis, as short as can be: "20", "0.50", "£2m", "40%". */
export function axisNumber(value: number, unit: Unit): string {
  if (unit === 'GBP' || unit === 'GBP each') {
    return signed(money(value))
      .replace(' million', 'm')
      .replace(' billion', 'bn')
      .replace(/,000$/, 'k');
  }
  const size = Math.abs(value);
  return signed(
    `${plainNumber(value, size > 0 && size < 1 ? 0.01 : 0.1)}${unit === 'per cent' ? '%' : ''}`,
  );
}

/** The numbers along one axis: with as many decimals as it takes to tell them apart. */
export function axisNumbers(values: readonly number[], unit: Unit): string[] {
  const short = values.map((value) => axisNumber(value, unit));
  if (new Set(short).size === short.length) return short;
  if (unit === 'GBP' || unit === 'GBP each') {
    for (const step of [10_000, 1_000, 100, 10, 1]) {
      const finer = values.map((value) => signed(money(value, step)).replace(' million', 'm'));
      if (new Set(finer).size === finer.length) return finer;
    }
    return short;
  }
  for (const places of [1, 2, 3, 4]) {
    const longer = values.map((value) =>
      signed(`${decimalNumber(value, places)}${unit === 'per cent' ? '%' : ''}`),
    );
    if (new Set(longer).size === longer.length) return longer;
  }
  return short;
}

/** A sign in place of the word: axes have no room for it, and are not read aloud. */
function signed(text: string): string {
  return text.replace('minus ', '−');
}
