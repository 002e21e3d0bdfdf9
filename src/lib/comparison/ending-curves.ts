import type { ArmResult } from '../experiment/merge.ts';
import { cumulativeIncidence } from './aalen-johansen.ts';
import type { EndingCurves } from './summary.ts';

/** Curves are given month by month, for at most this many months together. */
const MONTHS = 120;
const MONTH_DAYS = 365.25 / 12;

/**
 * Return how relationships end by time together, for each stratum of the plan
 * in which a relationship began.
 *
 * Curves start at day 0 with no share and are given at the bins' edges nearest
 * to whole months, as far as anybody was watched. "Still going", the last
 * reason of the plan, is censoring: its share is what the others leave.
 * Shares are rounded to millionths.
 */
export function endingCurves({ plan, endings }: ArmResult): EndingCurves[] {
  const { strata, binEnds } = plan.endings;
  const reasons = plan.endings.reasons.slice(0, -1);
  const size = binEnds.length * plan.endings.reasons.length;
  return strata.flatMap((by, stratum) => {
    const watched = lastBinUsed(endings, stratum * size, size, plan.endings.reasons.length);
    if (watched < 0) return [];
    const incidence = cumulativeIncidence(endings, stratum * size, binEnds.length, reasons.length);
    const bins = monthlyBins(binEnds).filter((_, i, all) => i === 0 || all[i - 1] < watched);
    return {
      by,
      days: [0, ...bins.map((bin) => binEnds[bin])],
      reasons,
      shares: incidence.map((curve) => [0, ...bins.map((bin) => round(curve[bin]))]),
    };
  });
}

/** Return the bins whose upper edges lie nearest to one month, two months and so on. */
function monthlyBins(binEnds: readonly number[]): number[] {
  const bins: number[] = [];
  let bin = 0;
  for (let month = 1; month <= MONTHS && bin < binEnds.length; month++) {
    const wanted = month * MONTH_DAYS;
    const gap = (at: number) => Math.abs(binEnds[at] - wanted);
    while (bin + 1 < binEnds.length && gap(bin + 1) <= gap(bin)) bin += 1;
    if (bin !== bins[bins.length - 1]) bins.push(bin);
  }
  return bins;
}

function lastBinUsed(counts: Float64Array, from: number, size: number, width: number): number {
  let at = size - 1;
  while (at >= 0 && counts[from + at] === 0) at -= 1;
  return at < 0 ? -1 : Math.floor(at / width);
}

function round(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}
