/** A number of a model as people read it: "£52,000 per year", with its range in the same units. */
import { exp, log } from '../engine/elementary.ts';
import type { Quantity } from '../portfolio/portfolio.ts';
import { wholeNumber } from './numbers.ts';

/** A number, whether it is per cent, and the words after it. */
interface Parts {
  number: number;
  percent: boolean;
  unit: string;
}

/** Return what the file writes, with pounds as "£52,000"; words that are no number stay as they are. */
export function writtenInWords({ written }: Pick<Quantity, 'written'>): string {
  const parts = partsOf(written);
  return parts && isMoney(parts) ? say([parts.number], parts) : written;
}

/**
 * Return the range of a figure in the units it is written in, as "7 to 16 per month", or null
 * where it has none.
 *
 * A figure's best value is kept as written, its ends in base units alone: the ends are turned back
 * by what turned the best value into its base value.
 */
export function rangeInWords({ written, value, low, high, dimension }: Quantity): string | null {
  if (low === undefined || high === undefined) return null;
  const parts = partsOf(written);
  if (!parts) return null;
  const percent = parts.percent ? 100 : 1;
  const back = backFrom(value, parts.number / percent, parts.unit, dimension);
  return (
    back &&
    say(
      [low, high].map((end) => threeFigures(back(end) * percent)),
      parts,
    )
  );
}

/**
 * Return a value of a figure in the units the figure is written in, as "9.3 weeks"; in base units
 * where what is written does not tell how to turn it back.
 */
export function valueInWords(
  { written, best, dimension }: { written: string; best: number; dimension: Quantity['dimension'] },
  value: number,
): string {
  const parts = partsOf(written);
  const percent = parts?.percent ? 100 : 1;
  const back = parts && backFrom(best, parts.number / percent, parts.unit, dimension);
  if (parts && back) return say([threeFigures(back(value) * percent)], parts);
  if (dimension === 'share') return `${threeFigures(value * 100)}%`;
  return `${threeFigures(value)}${dimension === 'time' ? ' days' : ''}`;
}

function partsOf(written: string): Parts | null {
  const match = /^\s*([-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)(%?)(.*)$/s.exec(written);
  return match && { number: Number(match[1]), percent: match[2] === '%', unit: match[3].trim() };
}

function isMoney({ unit }: Parts): boolean {
  return unit === 'GBP' || unit.startsWith('GBP ');
}

function say(numbers: number[], parts: Parts): string {
  if (isMoney(parts)) {
    const unit = parts.unit.replace('GBP', '');
    return numbers.map((number) => `£${grouped(number)}`).join(' to ') + unit;
  }
  const end = `${parts.percent ? '%' : ''}${parts.unit && ` ${parts.unit}`}`;
  return numbers.map(grouped).join(' to ') + end;
}

function grouped(number: number): string {
  return Number.isInteger(number) && Math.abs(number) >= 1000
    ? wholeNumber(number)
    : String(number);
}

/** Return how base units turn into the written ones, or null where one value cannot tell. */
function backFrom(
  value: number,
  written: number,
  unit: string,
  dimension: Quantity['dimension'],
): ((x: number) => number) | null {
  if (value === 0) return null;
  const isChance = unit.startsWith('within') && written > 0 && written < 1;
  if (!isChance) return (x) => (x * written) / value;
  if (dimension === 'rate') {
    const days = -log(1 - written) / value;
    return (x) => 1 - exp(-x * days);
  }
  // Kept as the chance within a year, whatever the period that was written.
  const power = log(value) / log(written);
  return (x) => (x <= 0 ? 0 : exp(log(x) / power));
}

/** Three figures are as many as a judged range deserves. */
function threeFigures(value: number): number {
  return Number(value.toPrecision(3));
}
