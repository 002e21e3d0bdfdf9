import { apart } from '../engine/rounding.ts';
import { mean } from '../engine/statistics.ts';
import { boundsOf, NO_BOUNDS, type Bounds } from './bounds.ts';
import type { MeasuredArm } from './difference.ts';
import { replicationValues, totalsOf } from './replication-values.ts';

/** What some draws of the uncertain figures came to, a few futures with each. */
export interface DrawnValues {
  /** By draw: the mean, or the total over the total; NaN where it cannot be told. */
  estimates: Float64Array;
  /**
   * By draw and future: values whose mean is the draw's estimate and whose
   * spread is that of its futures. For a ratio N / D with estimate q these are
   * q + (N - q D) / mean D, the estimate's linear part (Cochran, Sampling
   * Techniques, ch. 6); for a mean they are the values.
   */
  futures: Float64Array[];
  /** By draw and future: the value of that future by itself. */
  single: Float64Array[];
  /** Between what it can lie. */
  bounds: Bounds;
}

/** Return what each draw of an arm came to, from `each` futures in a row with one draw. */
export function drawnValues({ arm, measure }: MeasuredArm, each: number): DrawnValues {
  const { scale } = measure;
  const over = totalsOf(arm, measure.numerator);
  const under =
    measure.shape === 'ratio'
      ? totalsOf(arm, measure.denominator)
      : new Float64Array(over.length).fill(1);
  const alone = replicationValues(arm, measure);
  const draws = Math.floor(arm.replications / each);
  const values: Omit<DrawnValues, 'bounds'> = {
    ...{ estimates: new Float64Array(draws), futures: [], single: [] },
  };
  for (let draw = 0; draw < draws; draw++) {
    const rows = Array.from({ length: each }, (_, j) => draw * each + j);
    const below = sumAt(under, rows);
    const estimate = below === 0 ? NaN : sumAt(over, rows) / below;
    values.estimates[draw] = estimate * scale;
    values.futures.push(
      Float64Array.from(
        rows,
        (r) => scale * (estimate + ((over[r] - estimate * under[r]) * each) / below),
      ),
    );
    values.single.push(Float64Array.from(rows, (r) => alone[r]));
  }
  const told = values.estimates.filter((one) => !Number.isNaN(one));
  return { ...values, bounds: told.length > 0 ? boundsOf(mean(told), measure) : NO_BOUNDS };
}

/** Return one arm's draws less another's, the same draw and future of both at a time. */
export function drawnDifference(mine: DrawnValues, theirs: DrawnValues): DrawnValues {
  const less = (a: Float64Array, b: Float64Array) => a.map((value, i) => apart(value, b[i]));
  return {
    estimates: less(mine.estimates, theirs.estimates),
    futures: mine.futures.map((row, d) => less(row, theirs.futures[d])),
    single: mine.single.map((row, d) => less(row, theirs.single[d])),
    bounds: {
      least: mine.bounds.least - theirs.bounds.most,
      most: mine.bounds.most - theirs.bounds.least,
    },
  };
}

function sumAt(values: Float64Array, rows: readonly number[]): number {
  let sum = 0;
  for (const row of rows) sum += values[row];
  return sum;
}
