import type { Estimate } from '$lib/comparison/summary.ts';
import type { By } from '$lib/measures/measure.ts';
import { CANNOT_TELL, unitHeading } from '$lib/words/figures.ts';
import { measureTitle, measureWords } from '$lib/words/measure-words.ts';
import { nameOf, type Names } from '$lib/words/names.ts';
import { capitalised } from '$lib/words/numbers.ts';
import { signedNumber, tableNumber, type TableNumbers } from './table-numbers.ts';

/** "Relationships cut short, of 100 relationships begun": what a row counts, and in what. */
export function rowLabel(
  { id, by }: { id: string; by: By | null },
  numbers: TableNumbers,
  names: Names,
  which = '',
) {
  const heading = headingOf(numbers, measureWords(id).who);
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

function headingOf({ unit, inThousands }: TableNumbers, who: string): string {
  switch (unit) {
    case 'GBP':
      return inThousands ? 'thousand pounds' : 'pounds';
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
export function figureCell(figure: Estimate | undefined, numbers: TableNumbers): string {
  if (!figure) return '–';
  const { mean, low, high } = figure;
  if (mean === null) return CANNOT_TELL;
  const say = (value: number) => tableNumber(value, numbers);
  return low === null || high === null ? say(mean) : `${say(mean)}\n(${say(low)} to ${say(high)})`;
}

/** "(9.9 to 10.7)"; "cannot tell" where an end is missing. */
export function rangeCell(
  range: { low: number | null; high: number | null } | null | undefined,
  numbers: TableNumbers,
): string {
  if (!range || range.low === null || range.high === null) return CANNOT_TELL;
  return `(${tableNumber(range.low, numbers)} to ${tableNumber(range.high, numbers)})`;
}

/** A difference over its range: "+1.2" and below it "(−0.3 to +2.7)"; without one it cannot be told. */
export function differenceCell(
  { difference, low, high }: { difference: number | null; low: number | null; high: number | null },
  numbers: TableNumbers,
): string {
  if (difference === null || low === null || high === null) return CANNOT_TELL;
  return `${signedNumber(difference, numbers)}\n${signedRangeCell({ low, high }, numbers)}`;
}

/** "(−0.3 to +2.7)"; "cannot tell" where it is missing. */
export function signedRangeCell(
  range: { low: number; high: number } | null | undefined,
  numbers: TableNumbers,
): string {
  if (!range) return CANNOT_TELL;
  return `(${signedNumber(range.low, numbers)} to ${signedNumber(range.high, numbers)})`;
}
