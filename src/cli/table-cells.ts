import type { Estimate } from '$lib/comparison/summary.ts';
import type { By, Unit } from '$lib/measures/measure.ts';
import { CANNOT_TELL, unitHeading } from '$lib/words/figures.ts';
import { measureTitle, measureWords } from '$lib/words/measure-words.ts';
import { nameOf, type Names } from '$lib/words/names.ts';
import { capitalised, decimalNumber } from '$lib/words/numbers.ts';

/** "Relationships cut short, of 100 relationships begun": what a row counts, and in what. */
export function rowLabel(
  { id, by }: { id: string; by: By | null },
  unit: Unit,
  names: Names,
  which = '',
) {
  const heading = headingOf(unit, measureWords(id).who);
  const title = rowTitle({ id, by }, names, which);
  return heading === '' ? title : `${title}, ${heading}`;
}

/** The label without its unit; `which` where the whole must be told from a part. */
export function rowTitle(
  { id, by }: { id: string; by: By | null },
  names: Names,
  which = '',
): string {
  if (id === 'criterion-reached' && by !== null) return capitalised(nameOf(by, names));
  return measureTitle(id, by, names, which);
}

function headingOf(unit: Unit, who: string): string {
  switch (unit) {
    case 'GBP':
      return 'thousand pounds';
    case 'GBP each':
      return 'pounds';
    case 'ratio':
    case 'workers':
      return '';
    case 'per 100':
    case 'per 1,000':
    case 'per cent':
    case 'days':
    case 'people':
    case 'relationships':
    case 'families':
    case 'posts':
      return `${unitHeading(unit)}${who ? ` ${who}` : ''}`;
  }
}

/** A figure over its range: "10.3" and below it "(9.9 to 10.7)". */
export function figureCell(figure: Estimate | undefined): string {
  if (!figure) return '–';
  const { mean, low, high, unit } = figure;
  if (mean === null) return CANNOT_TELL;
  const say = (value: number) => number(value, unit);
  return low === null || high === null ? say(mean) : `${say(mean)}\n(${say(low)} to ${say(high)})`;
}

/** "(9.9 to 10.7)"; "cannot tell" where an end is missing. */
export function rangeCell(
  range: { low: number | null; high: number | null } | null | undefined,
  unit: Unit,
): string {
  if (!range || range.low === null || range.high === null) return CANNOT_TELL;
  return `(${number(range.low, unit)} to ${number(range.high, unit)})`;
}

/** A difference over its range: "+1.2" and below it "(−0.3 to +2.7)"; without one it cannot be told. */
export function differenceCell(
  { difference, low, high }: { difference: number | null; low: number | null; high: number | null },
  unit: Unit,
): string {
  if (difference === null || low === null || high === null) return CANNOT_TELL;
  return `${signed(difference, unit)}\n${signedRangeCell({ low, high }, unit)}`;
}

/** "(−0.3 to +2.7)"; "cannot tell" where it is missing. */
export function signedRangeCell(
  range: { low: number; high: number } | null | undefined,
  unit: Unit,
): string {
  return range ? `(${signed(range.low, unit)} to ${signed(range.high, unit)})` : CANNOT_TELL;
}

/** The number with its sign; nothing that rounds to zero has one. */
export function signed(value: number, unit: Unit): string {
  const said = number(value, unit);
  return value > 0 && /[1-9]/.test(said) ? `+${said}` : said;
}

/** With a digit more than a sentence has, so that scenarios can be told apart. */
function number(value: number, unit: Unit): string {
  const [size, places] = [unit === 'GBP' ? value / 1000 : value, placesOf(unit)];
  return decimalNumber(size, places).replace('minus ', '−');
}

function placesOf(unit: Unit): number {
  switch (unit) {
    case 'GBP':
    case 'GBP each':
      return 0;
    case 'ratio':
    case 'workers':
      return 2;
    case 'per 100':
    case 'per 1,000':
    case 'per cent':
    case 'days':
    case 'people':
    case 'relationships':
    case 'families':
    case 'posts':
      return 1;
  }
}
