/**
 * A quantile function tabulated once, for lengths drawn in an event loop.
 *
 * Between points evenly spread in u it is the cubic with the function's values
 * and slopes at both ends, the slopes held low enough that it never falls
 * (Fritsch & Carlson, SIAM J. Numer. Anal. 17, 1980). A cell whose middle is
 * off by more than half of `tolerance`, relative to the value, is not
 * interpolated: there, and in the first and last cell, `at` calls the function
 * itself. So the tails are exact and the rest is within `tolerance` for a
 * smooth function; `error` is the largest found in the middle of a cell.
 */
export class QuantileTable {
  /** The largest relative error found in the middle of an interpolated cell. */
  readonly error: number;
  /** The share of u for which the function itself is called. */
  readonly exactShare: number;

  private readonly quantile: (u: number) => number;
  private readonly count: number;
  /** Four coefficients a cell; the first is NaN where the function is called. */
  private readonly cubics: Float64Array;

  /**
   * `quantile` must never fall in u. `points` (default 1,025) counts the ends 0
   * and 1; the function is called 2 × points times. Throws RangeError for fewer
   * than 5 points or a function that falls.
   */
  constructor(
    quantile: (u: number) => number,
    options: { points?: number; tolerance?: number } = {},
  ) {
    const { points = 1025, tolerance = 1e-6 } = options;
    if (!(points >= 5 && Number.isInteger(points))) throw new RangeError(`${points} points.`);
    const count = points - 1;
    const values = new Float64Array(2 * count + 1);
    for (let j = 0; j < values.length; j++) values[j] = quantile(j / (2 * count));
    const slopes = monotoneSlopes(values, count);
    this.quantile = quantile;
    this.count = count;
    this.cubics = new Float64Array(4 * count).fill(NaN);
    let worst = 0;
    let exact = 2;
    for (let i = 1; i < count - 1; i++) {
      const start = values[2 * i];
      const rise = values[2 * i + 2] - start;
      const [enter, leave] = [slopes[i], slopes[i + 1]];
      const middle = values[2 * i + 1];
      const error = Math.abs(start + 0.5 * rise + 0.125 * (enter - leave) - middle);
      const relative = error === 0 ? 0 : error / Math.abs(middle);
      if (relative <= 0.5 * tolerance) {
        const curve = [start, enter, 3 * rise - 2 * enter - leave, enter + leave - 2 * rise];
        this.cubics.set(curve, 4 * i);
        worst = Math.max(worst, relative);
      } else {
        exact += 1;
      }
    }
    this.error = worst;
    this.exactShare = exact / count;
  }

  /** Return the quantile at u; outside (0, 1) whatever the function says. */
  at(u: number): number {
    const place = u * this.count;
    const cell = Math.floor(place);
    const base = 4 * cell;
    if (!(cell > 0 && cell < this.count - 1)) return this.quantile(u);
    const { cubics } = this;
    const start = cubics[base];
    if (start !== start) return this.quantile(u);
    const t = place - cell;
    return start + t * (cubics[base + 1] + t * (cubics[base + 2] + t * cubics[base + 3]));
  }
}

/** Slopes per cell at each point, from values at every half cell. */
function monotoneSlopes(values: Float64Array, count: number): Float64Array {
  const slopes = new Float64Array(count + 1);
  for (let i = 1; i < count; i++) {
    const j = 2 * i;
    const before = values[j] - values[j - 2];
    const after = values[j + 2] - values[j];
    if (before < 0 || after < 0) throw new RangeError(`The quantile falls near ${i / count}.`);
    const near = values[j + 1] - values[j - 1];
    const slope = (8 * near - (before + after)) / 6;
    slopes[i] = Math.max(0, Math.min(slope, 3 * before, 3 * after));
  }
  return slopes;
}
