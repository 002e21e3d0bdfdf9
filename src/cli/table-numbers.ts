import type { Unit } from '$lib/measures/measure.ts';
import { decimalNumber, roundTo } from '$lib/words/numbers.ts';

/** How the numbers of one row of a table are said: all of them alike, so that they can be compared. */
export interface TableNumbers {
  unit: Unit;
  /** Money in thousands of pounds; else in pounds. */
  inThousands: boolean;
  places: number;
}

/** A number and the ends of its range, as far as they are known. */
export type Spread = readonly (number | null | undefined)[];

/**
 * Return how finely the numbers of a row are said, figures and ranges together: with a digit more
 * than a sentence has, so that scenarios can be told apart, and with more where nothing else would
 * keep what is not zero from zero, or the ends of a range from each other.
 */
export function tableNumbers(unit: Unit, spreads: readonly Spread[]): TableNumbers {
  const told = spreads.map((spread) => spread.filter((value) => typeof value === 'number'));
  const most = Math.max(0, ...told.flat().map(Math.abs));
  const inThousands = unit === 'GBP' && most >= 100_000;
  const size = inThousands ? 1000 : 1;
  const said = (value: number, places: number) => roundTo(value / size, STEPS[places]);
  const isHidden = (value: number, places: number) =>
    Math.abs(value) > DUST && said(value, places) === 0;
  const isOne = (least: number, greatest: number, places: number) =>
    greatest - least > DUST * Math.max(1, Math.abs(least), Math.abs(greatest)) &&
    said(least, places) === said(greatest, places);
  const shows = (places: number) => told.flat().every((value) => !isHidden(value, places));
  const separates = (places: number) =>
    told.every((spread) => !isOne(Math.min(...spread), Math.max(...spread), places));
  const finer = STEPS.map((_, places) => places).slice(placesOf(unit));
  // Ends that no number of places would tell apart are as good as one.
  const places =
    finer.find((one) => shows(one) && separates(one)) ?? finer.find(shows) ?? finer.at(-1)!;
  return { unit, inThousands, places };
}

/** "10.3", "−0.04"; "<0.01" for what is there and would still look like nothing. */
export function tableNumber(value: number, { inThousands, places }: TableNumbers): string {
  const size = value / (inThousands ? 1000 : 1);
  const sign = value < 0 ? '−' : '';
  if (Math.abs(value) > DUST && roundTo(size, STEPS[places]) === 0) {
    return `${sign}<${decimalNumber(STEPS[places], places)}`;
  }
  return decimalNumber(size, places).replace('minus ', '−');
}

/** The same with its sign; nothing has none. */
export function signedNumber(value: number, numbers: TableNumbers): string {
  const said = tableNumber(value, numbers);
  return value > 0 && /[1-9]/.test(said) ? `+${said}` : said;
}

/** What a place after the point holds; no row has more than two. */
const STEPS = [1, 0.1, 0.01];

/** Less than this is what sums in another order leave. */
const DUST = 1e-9;

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
