/** Streams in which people arrive: layers of a baseline rate. */
import { exp, log } from '../engine/elementary.ts';

/** A trend of arrivals is followed for so long and no longer. */
const LONGEST_GROWTH_YEARS = 45;

/** What the rate of a group's arrivals hangs on. */
interface Rates {
  arrive: Float64Array;
  trend: Float64Array;
  season: Float64Array;
}

/**
 * Streams of arrivals that a program needs: layers of each group's baseline
 * rate, as many as the highest rate it ever has. An increase adds layers; who
 * comes in the others stays the same.
 *
 * The first `fromTheBeginning` are those of the baseline. The others serve the
 * scenario alone and begin with it.
 */
export function arrivalStreams(
  before: Rates,
  after: Rates,
  years: number,
): { streams: { group: number; layer: number; rate: number }[]; fromTheBeginning: number } {
  const streams: { group: number; layer: number; rate: number }[] = [];
  const further: typeof streams = [];
  for (let g = 0; g < before.arrive.length; g++) {
    const rate = before.arrive[g] > 0 ? before.arrive[g] : after.arrive[g];
    if (rate <= 0) continue;
    const first = layersOf(before, g, rate, years);
    const last = Math.max(first, layersOf(after, g, rate, years));
    for (let layer = 0; layer < last; layer++) {
      (layer < first ? streams : further).push({ group: g, layer, rate });
    }
  }
  return { streams: [...streams, ...further], fromTheBeginning: streams.length };
}

function layersOf(terms: Rates, g: number, rate: number, years: number): number {
  const season = Math.max(...terms.season.subarray(g * 12, g * 12 + 12));
  const growth = exp(Math.max(0, log(1 + terms.trend[g])) * Math.min(years, LONGEST_GROWTH_YEARS));
  return Math.ceil((terms.arrive[g] / rate) * season * growth - 1e-9);
}
