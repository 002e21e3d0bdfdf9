import { sampleQuantile } from '../engine/sample-quantile.ts';
import { studentT975, varianceSplit } from '../engine/statistics.ts';
import type { DrawnValues } from './drawn-values.ts';
import type { OverFigures } from './summary.ts';

/** The ends of a range that holds eight in ten, as the file's own ranges do. */
const LOW = 0.1;
const HIGH = 0.9;

/** A measure, or a difference, over plausible figures; and each draw with chance taken out. */
export interface Spread {
  over: OverFigures;
  /** By draw that can be told. */
  steadied: Float64Array;
}

/**
 * Return how a result varies over plausible figures, and how much of one
 * future's doubt comes from them. Null for fewer than two draws that can be
 * told, or fewer than two futures with each.
 *
 * The variance is split by one-way analysis. A draw's own estimate still holds
 * chance: drawn towards the mean until the spread is that of the figures alone
 * (Louis, J. Am. Stat. Assoc. 79, 1984), the draws give the range over
 * plausible figures. The range for one future is that of single futures, each
 * with its own figures. The mean's interval holds what more draws would mend.
 */
export function overFigures({ estimates, futures, single }: DrawnValues): Spread | null {
  const told = [...estimates.keys()].filter((d) => !Number.isNaN(estimates[d]));
  if (told.length < 2 || futures[told[0]].length < 2) return null;
  const { grandMean, within, between, naiveBetween } = varianceSplit(told.map((d) => futures[d]));
  const fromFigures = Math.max(0, between);
  const kept = naiveBetween > 0 ? Math.sqrt(fromFigures / naiveBetween) : 0;
  const steadied = Float64Array.from(told, (d) => grandMean + kept * (estimates[d] - grandMean));
  const futuresTold = told.flatMap((d) => [...single[d]]).filter((value) => !Number.isNaN(value));
  const half =
    naiveBetween > 0 ? studentT975(told.length - 1) * Math.sqrt(naiveBetween / told.length) : 0;
  const all = fromFigures + within;
  return {
    over: {
      draws: told.length,
      mean: grandMean,
      low: grandMean - half,
      high: grandMean + half,
      figures: middleOf(steadied),
      oneFuture: middleOf(Float64Array.from(futuresTold)),
      shareFromFigures: all > 0 ? fromFigures / all : null,
    },
    steadied,
  };
}

/**
 * Return the share of draws in which a difference is for the better; ties count
 * half. Null where neither more nor less is better.
 */
export function shareOfDrawsBetter(
  steadied: Float64Array,
  better: 'higher' | 'lower' | 'neither',
): number | null {
  if (better === 'neither' || steadied.length === 0) return null;
  let won = 0;
  for (const value of steadied) {
    if (value === 0) won += 0.5;
    else if (value > 0 === (better === 'higher')) won += 1;
  }
  return won / steadied.length;
}

function middleOf(values: Float64Array): { low: number; high: number } {
  const sorted = values.slice().sort();
  return { low: sampleQuantile(sorted, LOW), high: sampleQuantile(sorted, HIGH) };
}
