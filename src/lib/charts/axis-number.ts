import type { Unit } from '../measures/measure.ts';
import { money } from '../words/money.ts';
import { plainNumber } from '../words/numbers.ts';

/** A number on an axis, as short as can be: "20", "0.5", "£2 million", "40%". */
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

/** A sign in place of the word: axes have no room for it, and are not read aloud. */
function signed(text: string): string {
  return text.replace('minus ', '−');
}
