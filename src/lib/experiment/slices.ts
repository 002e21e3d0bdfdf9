/**
 * How a run is cut. A unit of work is ten consecutive replications of one arm,
 * summed by itself; the first unit is cut into single replications, so that a
 * first answer does not have to wait for ten.
 *
 * The cut depends on the number of replications and on nothing else. Sums are
 * merged in the order of the slices, so neither the number of workers nor the
 * order in which they finish reaches a bit of the result.
 */

/** Replications `from` to `from + count - 1`. */
export interface Slice {
  from: number;
  count: number;
}

/** Replications in one unit of work. */
export const UNIT = 10;

/** Return the slices of a run, in the order in which they are merged. */
export function sliceReplications(replications: number): Slice[] {
  if (!Number.isSafeInteger(replications) || replications < 1) {
    throw new RangeError(`A run has 1 or more replications, not ${replications}.`);
  }
  const slices: Slice[] = [];
  for (let from = 0; from < Math.min(UNIT, replications); from++) slices.push({ from, count: 1 });
  for (let from = UNIT; from < replications; from += UNIT) {
    slices.push({ from, count: Math.min(UNIT, replications - from) });
  }
  return slices;
}

/**
 * Return the counts at which a partial result can be given: each wish raised to
 * the end of the slice it falls in, in order, without repeats, below the last.
 */
export function checkpointsOf(slices: readonly Slice[], wishes: readonly number[]): number[] {
  const ends = slices.map(({ from, count }) => from + count);
  const reached = wishes.map((wish) => ends.find((end) => end >= wish));
  const last = ends[ends.length - 1];
  return ends.filter((end) => end < last && reached.includes(end));
}
