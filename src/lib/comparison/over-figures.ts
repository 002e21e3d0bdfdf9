import { unlessRounding } from '../engine/rounding.ts';
import { sampleQuantile } from '../engine/sample-quantile.ts';
import { sharesOfChance } from '../engine/share-of-chance.ts';
import { studentT975, studentTQuantile, varianceSplit } from '../engine/statistics.ts';
import type { DrawnValues } from './drawn-values.ts';
import { heldWithin } from './bounds.ts';
import type { DifferenceOverFigures, OverFigures } from './summary.ts';
import type { Gains } from './value-of-information.ts';

/** The ends of a range that holds eight in ten, as the file's own ranges do. */
const LOW = 0.1;
const HIGH = 0.9;

/**
 * How many shares of chance, and places of the centre, each draw is seen under. Fifteen places,
 * for then one of them stands for the tenth part that lies lowest.
 */
const SHARES = 5;
const PLACES = 15;

/** A measure, or a difference, over plausible figures; and each draw with chance taken out. */
export interface Spread {
  over: OverFigures;
  /** The draws' distances from their mean, where that may lie, and how much of them is no chance. */
  around: Gains;
  /**
   * What sets of plausible figures may come to: each draw that can be told, under each share of
   * chance and place of the centre that the draws leave possible. All are equally likely.
   */
  steadied: Float64Array;
  /** Single futures that can be told, each with its own figures. */
  futures: Float64Array;
  /** How many there are with those that cannot. */
  allFutures: number;
}

/**
 * Return how a result varies over plausible figures, and how much of one
 * future's doubt comes from them. Null for fewer than two draws that can be
 * told, or fewer than two futures with each.
 *
 * The variance is split by one-way analysis. A draw's own estimate still holds
 * chance: drawn towards the mean until the spread is that of the figures alone
 * (Louis, J. Am. Stat. Assoc. 79, 1984), the draws give the range over
 * plausible figures. How far they are to be drawn in, and where the mean lies,
 * is itself known only as well as so few draws can tell it: the range and the
 * share of sets average over both. The range for one future is that of single
 * futures, each with its own figures. The mean's interval holds what more draws
 * would mend.
 */
export function overFigures({ estimates, futures, single, bounds }: DrawnValues): Spread | null {
  const told = [...estimates.keys()].filter((d) => !Number.isNaN(estimates[d]));
  if (told.length < 2 || futures[told[0]].length < 2) return null;
  const split = varianceSplit(told.map((d) => futures[d]));
  const { grandMean, within, between, naiveBetween } = split;
  const fromFigures = Math.max(0, between);
  const error = Math.sqrt(naiveBetween / told.length);
  const kept = Array.from(
    sharesOfChance(split, told.length, futures[told[0]].length, SHARES),
    (share) => Math.sqrt(1 - share),
  );
  const centres = placesOf(told.length - 1).map((t) => grandMean + t * error);
  const steadied = new Float64Array(told.length * SHARES * PLACES);
  const apart = Float64Array.from(told, (d) => estimates[d] - grandMean);
  let at = 0;
  for (const share of kept) {
    for (const one of apart) {
      for (const centre of centres) steadied[at++] = centre + share * one;
    }
  }
  const futuresTold = Float64Array.from(told.flatMap((d) => [...single[d]])).filter(
    (value) => !Number.isNaN(value),
  );
  const half = error > 0 ? studentT975(told.length - 1) * error : 0;
  const all = fromFigures + within;
  const largest = largestOf(told.map((d) => largestOf(futures[d])));
  const varies = unlessRounding(Math.sqrt(all), largest) > 0;
  const figures = heldWithin(middleOf(steadied), bounds);
  // One future holds what is not known of the figures too, so it is never surer than they are.
  const own = middleOf(futuresTold);
  return {
    over: {
      draws: told.length,
      mean: grandMean,
      ...heldWithin({ low: grandMean - half, high: grandMean + half }, bounds),
      figures,
      oneFuture: { low: Math.min(own.low, figures.low), high: Math.max(own.high, figures.high) },
      shareFromFigures: varies ? fromFigures / all : null,
    },
    around: { centres, apart, kept },
    steadied,
    futures: futuresTold,
    allFutures: single.reduce((all, row) => all + row.length, 0),
  };
}

/**
 * Return a difference over plausible figures, with the shares of sets and of single futures in
 * which it is for the better. Null shares where neither more nor less is better.
 */
export function differenceOver(
  { over, steadied, futures, allFutures }: Spread,
  better: 'higher' | 'lower' | 'neither',
): DifferenceOverFigures {
  const sets = shareForTheBetter(steadied, better);
  const own = shareForTheBetter(futures, better);
  const isPart = own !== null && futures.length < allFutures;
  const shares = {
    ...{ shareBetter: sets, shareFuturesBetter: own },
    ...(isPart ? { futuresTold: futures.length } : {}),
  };
  if (sets === null || own === null || !isOnlyByFigures(over, futures)) {
    return { ...over, ...shares };
  }
  // What is not known of the figures alone brings 0 into the range: then no surer than the sets.
  const share = own > 0.5 ? Math.min(own, Math.max(sets, 0.5)) : Math.max(own, Math.min(sets, 0.5));
  return { ...over, ...shares, shareFuturesBetter: share };
}

/** Return how much better it is by draw, where less or more of it is better. */
export function gainsOf({ around }: Spread, better: 'higher' | 'lower'): Gains {
  if (better === 'higher') return around;
  const { centres, apart, kept } = around;
  return { centres: centres.map((one) => -one), apart: apart.map((one) => -one), kept };
}

/** Whether the range for one future holds 0 only because the range over figures does. */
function isOnlyByFigures({ oneFuture }: OverFigures, futures: Float64Array): boolean {
  const own = middleOf(futures);
  return (own.low > 0 || own.high < 0) && oneFuture.low <= 0 && oneFuture.high >= 0;
}

/** Return equally likely places of a mean around its estimate, in its standard errors. */
function placesOf(freedom: number): number[] {
  return Array.from({ length: PLACES }, (_, i) => studentTQuantile((i + 0.5) / PLACES, freedom));
}

/**
 * Return the share of equally likely differences that are for the better; ties count half. Of sets
 * of plausible figures it averages over what the draws leave open: about one half where nothing can
 * be told apart. Null where neither more nor less is better, or there is none.
 */
export function shareForTheBetter(
  differences: Float64Array,
  better: 'higher' | 'lower' | 'neither',
): number | null {
  if (better === 'neither' || differences.length === 0) return null;
  const largest = largestOf(differences);
  let won = 0;
  for (const difference of differences) {
    const value = unlessRounding(difference, largest);
    if (value === 0) won += 0.5;
    else if (value > 0 === (better === 'higher')) won += 1;
  }
  return won / differences.length;
}

function largestOf(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]));
  return largest;
}

function middleOf(values: Float64Array): { low: number; high: number } {
  const sorted = values.slice().sort();
  return { low: sampleQuantile(sorted, LOW), high: sampleQuantile(sorted, HIGH) };
}
