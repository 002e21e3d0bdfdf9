import type { Checked } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';
import { log, pow } from '../engine/elementary.ts';
import { dimensionInWords, type Dimension } from './dimension.ts';
import { DAYS_A_YEAR } from './units.ts';
import { readWords, type WrittenQuantity } from './written-quantity.ts';

/**
 * What a place asks for: a dimension, or one of the readings that need more
 * than a dimension. `yearly-chance` reads “80% within a year”; `yearly-rise`
 * reads “3% per year” as 0.03; `calendar-months` reads “3 years” as 36;
 * `any` takes the dimension that the words have.
 */
export type Expected = Dimension | 'yearly-chance' | 'yearly-rise' | 'calendar-months' | 'any';

/** One number in base units, and how the file writes it. */
export interface ReadQuantity {
  value: number;
  dimension: Dimension;
  written: string;
}

const EXAMPLES: Record<Expected, string> = {
  number: 'a plain number, such as 12',
  share: 'a share, such as 45%',
  time: 'a length of time, such as 12 weeks',
  rate: 'a rate, such as 9% per month (or a chance, such as 9% within a month)',
  money: 'an amount, such as 24000 GBP',
  'money-rate': 'money over time, such as 46000 GBP per year',
  'money-each': 'a price, such as 13500 GBP each',
  'people-rate': 'people over time, such as 11 per month',
  'yearly-chance': 'a chance and its time, such as 80% within a year',
  'yearly-rise': 'a rise over time, such as 3% per year',
  'calendar-months': 'whole months or years, such as 36 months',
  any: 'a figure and its unit, such as 9% per month or 12 weeks',
};

const KINDS: Record<WrittenQuantity['kind'], string> = {
  number: 'a number without a unit',
  share: 'a share',
  time: 'a length of time',
  per: 'people over time',
  'share-per': 'a rate',
  chance: 'a chance within a time',
  money: 'an amount of money',
  'money-each': 'a price',
  'money-per': 'money over time',
};

/** Return an example of what a place asks for: “a share, such as 45%”. */
export function exampleOf(expected: Expected): string {
  return EXAMPLES[expected];
}

/** True for words such as “100% within a year”: a chance that no rate comes to. */
export function isCertain(scalar: unknown): boolean {
  const words = typeof scalar === 'string' ? readWords(scalar) : null;
  return words?.kind === 'chance' && words.share === 1;
}

/**
 * Return the quantity that a scalar of the file says, in base units.
 *
 * Findings: not a quantity, no unit, a unit that does not fit, negative where
 * only a rise may be, a share above 100%. `tail` is as for `readWords`.
 */
export function readQuantity(
  scalar: string | number,
  expected: Expected,
  path: string,
  tail: readonly string[] = [],
): Checked<ReadQuantity> {
  const written = String(scalar).trim();
  const words = typeof scalar === 'number' ? plainNumber(scalar) : readWords(scalar, tail);
  const fail = (code: 'figure-not-readable' | 'unit-missing' | 'unit-wrong') => ({
    value: null,
    findings: [
      makeFinding(code, path, {
        written: shortened(written),
        expected: EXAMPLES[expected],
        is: words ? KINDS[words.kind] : '',
      }),
    ],
  });
  if (!words) return fail('figure-not-readable');
  const converted = convert(words, expected);
  if (!converted) return fail(words.kind === 'number' ? 'unit-missing' : 'unit-wrong');
  const finding =
    words.kind === 'chance' && words.share > 1
      ? makeFinding('share-above-all', path, { written })
      : outside(converted.value, expected, converted.dimension, written, path);
  if (finding) return { value: null, findings: [finding] };
  return { value: { ...converted, written }, findings: [] };
}

function plainNumber(value: number): WrittenQuantity | null {
  return Number.isFinite(value) ? { kind: 'number', value } : null;
}

type Converted = { value: number; dimension: Dimension };

function convert(words: WrittenQuantity, expected: Expected): Converted | null {
  if (expected === 'any') return asWritten(words);
  if (expected === 'yearly-chance') {
    if (words.kind !== 'chance') return null;
    return { value: pow(words.share, DAYS_A_YEAR / words.days), dimension: 'share' };
  }
  if (expected === 'yearly-rise') {
    if (words.kind !== 'share-per') return null;
    return { value: words.aDay * DAYS_A_YEAR, dimension: 'share' };
  }
  if (expected === 'calendar-months') {
    if (words.kind !== 'time' || words.months === null) return null;
    return { value: words.months, dimension: 'number' };
  }
  if (expected === 'people-rate') {
    return words.kind === 'per' ? { value: words.aDay, dimension: 'people-rate' } : null;
  }
  const found = asWritten(words);
  return found.dimension === expected ? found : null;
}

function asWritten(words: WrittenQuantity): Converted {
  switch (words.kind) {
    case 'number':
      return { value: words.value, dimension: 'number' };
    case 'share':
      return { value: words.value, dimension: 'share' };
    case 'time':
      return { value: words.days, dimension: 'time' };
    case 'per':
    case 'share-per':
      return { value: words.aDay, dimension: 'rate' };
    case 'chance':
      return { value: hazardOf(words.share, words.days), dimension: 'rate' };
    case 'money':
      return { value: words.pounds, dimension: 'money' };
    case 'money-each':
      return { value: words.pounds, dimension: 'money-each' };
    case 'money-per':
      return { value: words.aDay, dimension: 'money-rate' };
  }
}

/** The constant rate under which a share has left within a time: -ln(1 - p) / days. */
function hazardOf(share: number, days: number): number {
  return share >= 1 ? Infinity : -log(1 - share) / days;
}

function outside(
  value: number,
  expected: Expected,
  dimension: Dimension,
  written: string,
  path: string,
) {
  if (dimension === 'rate' && value === Infinity) {
    return makeFinding('chance-without-rate', path, { written });
  }
  if (!Number.isFinite(value)) {
    return makeFinding('figure-too-large', path, { written, limit: 'can be computed with' });
  }
  if (value < 0 && expected !== 'yearly-rise' && expected !== 'any') {
    return makeFinding('figure-negative', path, { written });
  }
  if (value > 1 && (expected === 'share' || expected === 'yearly-chance')) {
    return makeFinding('share-above-all', path, { written });
  }
  if (expected === 'calendar-months' && Math.floor(value) !== value) {
    return makeFinding('figure-not-whole', path, { written, of: 'months' });
  }
  if (value > 1e12) {
    const limit = `a million million (${dimensionInWords(dimension)})`;
    return makeFinding('figure-too-large', path, { written, limit });
  }
  return null;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
