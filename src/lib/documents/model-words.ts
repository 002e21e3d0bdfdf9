/** Parts of a model in a few words, for the tables of reports. */
import { exp } from '../engine/elementary.ts';
import type { Length, Link, Portfolio, Quantity } from '../portfolio/portfolio.ts';
import { lengthOfTime } from '../words/durations.ts';
import { writtenInWords } from '../words/figure-in-words.ts';
import { handoverInWords } from '../words/kinds.ts';
import { decimalNumber, listOf, wholeNumber } from '../words/numbers.ts';

/** "30%", "2.5%"; "less than 0.1%" for what would read as nothing. */
export function shareInWords(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.05) return 'less than 0.1%';
  const tenths = Math.round(percent * 10) / 10;
  return `${Number.isInteger(tenths) ? wholeNumber(tenths) : decimalNumber(tenths, 1)}%`;
}

/** A value as a model file could write it: "36 months", "{ best: 10, low: 8 }". */
export function valueInWords(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(valueInWords).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, inner]) => `${key}: ${valueInWords(inner)}`);
    return `{ ${pairs.join(', ')} }`;
  }
  return String(value);
}

/** The law of a length and its mean: "lognormal, mean 9 months, nine in ten under 15 months". */
export function lengthInWords(length: Length): string {
  switch (length.law) {
    case 'open-ended':
      return 'without an end of its own';
    case 'constant':
      return length.exactly.value === 0 ? 'no time' : `always ${writtenInWords(length.exactly)}`;
    case 'exponential':
      return `exponential, mean ${lengthOfTime(length.mean.value)}`;
    case 'gamma':
      return `gamma of shape ${length.shape}, mean ${lengthOfTime(length.mean.value)}`;
    case 'mixture': {
      const parts = length.parts.map(
        ({ share, mean }) => `${shareInWords(share)} with mean ${lengthOfTime(mean)}`,
      );
      return `a mix of exponentials: ${listOf(parts)}`;
    }
    case 'lognormal': {
      const ninety = exp(length.mu + length.sigma * NORMAL_90);
      const mean = lengthOfTime(length.mean.value);
      return `lognormal, mean ${mean}, nine in ten under ${lengthOfTime(ninety)}`;
    }
  }
}

/** The point of the standard normal law that nine in ten stay under. */
const NORMAL_90 = 1.2815515655446004;

/** "30% to ROADS, with an introduction". */
export function linkInWords({ to, share, handover, need }: Link, portfolio: Portfolio): string {
  const who = need === undefined ? '' : ` of those with the need “${portfolio.needs[need].name}”`;
  if (to === 'finished') return `${shareInWords(share.value)}${who} finish as planned`;
  if (to === 'out') return `${shareInWords(share.value)}${who} move on without an introduction`;
  const name = portfolio.services[to].name;
  return `${shareInWords(share.value)}${who} to ${name}, ${handoverInWords(handover)}`;
}

/** A figure as the file writes it; "none" where it is the neutral default of the format. */
export function figureOr(figure: Quantity | undefined, none: string): string {
  return figure === undefined || figure.byDefault ? none : writtenInWords(figure);
}
