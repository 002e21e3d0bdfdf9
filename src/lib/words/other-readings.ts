import type { Difference, Summary } from '../comparison/summary.ts';
import { changeBetween, directionOf } from './changes.ts';
import { differencePhrase, differenceRange } from './difference-sentence.ts';
import { CANNOT_TELL } from './figures.ts';
import { clearSignOf, howOften, leastThatCounts, verdict } from './how-sure.ts';
import { measureWords } from './measure-words.ts';

/** What another way of reading a model makes of a difference. */
export interface OtherReading {
  /** "With renewal read per decision: no clear difference (between 25.7 fewer and 0.5 more)", without a full stop. */
  said: string;
  /** True where whoever knows the difference and its range alone would be misled. */
  isOtherwise: boolean;
}

/**
 * Return what the other reading of renewal, and plausible figures drawn together, make of a
 * difference: each where it was run.
 */
export function otherReadings(difference: Difference, summary: Summary): OtherReading[] {
  return [...readingOfRenewal(difference, summary), ...readingOfFigures(difference, summary)];
}

/** Those of them that say something else than the difference, as sentences after it; else empty. */
export function saidOtherwise(difference: Difference, summary: Summary): string {
  return otherReadings(difference, summary)
    .filter(({ isOtherwise }) => isOtherwise)
    .map(({ said }) => ` ${said}.`)
    .join('');
}

/** What was read in one of two ways, and where the other stands; empty where only one was run. */
export function readingsSentence({ renewal, drawn }: Summary): string {
  const isDrawn = drawn !== undefined && drawn.draws > 0;
  if (!renewal && !isDrawn) return '';
  const read = renewal ? `Renewal is read ${renewal.read}. ` : '';
  const ways = [
    ...(renewal ? [`reading it ${renewal.other}`] : []),
    ...(isDrawn ? ['other plausible figures'] : []),
  ];
  return `${read}Where ${ways.join(' or ')} would give another answer, that stands beside it.`;
}

function readingOfRenewal(difference: Difference, { renewal }: Summary): OtherReading[] {
  const { otherRenewal } = difference;
  if (!renewal || !otherRenewal) return [];
  const other: Difference = { ...difference, ...otherRenewal };
  const phrase = differencePhrase(other).toLowerCase();
  const range = differenceRange(other);
  return [
    {
      said: `With renewal read ${renewal.other}: ${phrase}${range === null ? '' : ` (${range})`}`,
      isOtherwise: verdict(other) !== verdict(difference) || isFarFrom(other, difference),
    },
  ];
}

function readingOfFigures(difference: Difference, { drawn }: Summary): OtherReading[] {
  const { overFigures, better, unit } = difference;
  if (!drawn || drawn.draws === 0 || overFigures === undefined) return [];
  const start = 'Eight in ten sets of plausible figures';
  const sign = clearSignOf(difference);
  if (overFigures === null) {
    return [{ said: `${start}: ${CANNOT_TELL}`, isOtherwise: sign !== 0 }];
  }
  const { figures, shareBetter, draws } = overFigures;
  const often =
    better === 'neither' ? null : howOften(shareBetter, 100, 'sets', draws < drawn.draws);
  const direction = measureWords(difference.id).direction ?? directionOf(unit);
  const range = changeBetween(figures.low, figures.high, unit, direction);
  return [
    {
      said: `${start}: ${range}${often === null ? '' : `; ${often}`}`,
      isOtherwise: sign !== 0 && clearSignOf(figures) !== sign,
    },
  ];
}

/**
 * Whether another size is outside the range that is told, and off by half of the difference and by
 * what counts: £110,000 more is another answer than £41,000 more, though both are clear.
 */
function isFarFrom(other: Difference, { difference, low, high, unit }: Difference): boolean {
  const size = other.difference;
  if (size === null || difference === null || low === null || high === null) return false;
  const off = Math.abs(size - difference);
  const isOutside = size < low || size > high;
  return isOutside && off >= Math.max(leastThatCounts(unit), Math.abs(difference) / 2);
}
