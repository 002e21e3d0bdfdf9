import type { Unit } from '../measures/measure.ts';
import { money } from '../words/money.ts';
import { decimalNumber, plainNumber } from '../words/numbers.ts';

/** A number on an axis, as short as can be: "20", "0.50", "£2m", "40%". */
export function axisNumber(value: number, unit: Unit): string {
  if (isMoney(unit)) {
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

/** Where numbers stand along an axis: money is told to the pound, so nothing stands between two. */
export function axisTicks(values: readonly number[], unit: Unit): number[] {
  return values.filter((value) => !isMoney(unit) || Number.isInteger(value));
}

/** The numbers along one axis: with as many decimals as it takes to tell them apart. */
export function axisNumbers(values: readonly number[], unit: Unit): string[] {
  const short = (value: number) => axisNumber(value, unit);
  const finer = isMoney(unit)
    ? [10_000, 1_000, 100, 10, 1].map(
        (step) => (value: number) => signed(money(value, step)).replace(' million', 'm'),
      )
    : [1, 2, 3, 4].map(
        (places) => (value: number) =>
          signed(`${decimalNumber(value, places)}${unit === 'per cent' ? '%' : ''}`),
      );
  const say = [short, ...finer].find((say) => new Set(values.map(say)).size === values.length);
  return values.map(say ?? short);
}

function isMoney(unit: Unit): boolean {
  return unit === 'GBP' || unit === 'GBP each';
}

/** A sign in place of the word: axes have no room for it, and are not read aloud. */
function signed(text: string): string {
  return text.replace('minus ', '−');
}
