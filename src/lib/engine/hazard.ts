/** Numbers kept for each piece: start clock, integral there, rate there, slope of the rate. */
const STRIDE = 4;

/** Nodes and weights of 5-point Gauss-Legendre on [-1, 1] (Abramowitz & Stegun, table 25.4). */
const GAUSS_NODES = [0, 0.5384693101056831, 0.906179845938664];
const GAUSS_WEIGHTS = [0.5688888888888889, 0.47862867049936647, 0.23692688505618908];

/**
 * The integral of a rate over a clock, as a table that can be read both ways.
 *
 * Between two points the rate is a straight line, so the integral is a
 * parabola: it never falls, and its inverse is in closed form, so that `at`
 * and `inverse` agree to rounding. From the last point on, the rate stays what
 * it is there. `build` tabulates a smooth rate, `fromSteps` holds a rate that
 * is constant by steps without error.
 */
export class CumulativeHazard {
  /** The clock at which the integral begins; it is 0 there and before. */
  readonly from: number;
  /** The clock from which the rate stays the same. */
  readonly to: number;

  /** No rate is above this one, from the beginning to the end of time. */
  readonly mostRate: number;

  private readonly count: number;
  private readonly pieces: Float64Array;
  private readonly total: number;
  private readonly endRate: number;
  private readonly perClock: number;
  private readonly perTotal: number;
  private readonly clockGuide: Int32Array;
  private readonly totalGuide: Int32Array;

  private constructor(pieces: Float64Array, to: number, total: number, endRate: number) {
    const count = pieces.length / STRIDE;
    this.count = count;
    this.pieces = pieces;
    this.from = pieces[0];
    this.to = to;
    this.total = total;
    this.endRate = endRate;
    this.mostRate = Math.max(endRate, mostOf(pieces, to));
    this.perClock = 1 / (to - this.from);
    this.perTotal = total > 1e-290 ? count / total : 0;
    this.clockGuide = guide(count, (piece) => this.clockLevel(pieces[piece * STRIDE]));
    this.totalGuide = guide(count, (piece) => pieces[piece * STRIDE + 1] * this.perTotal);
  }

  /**
   * Tabulate `rate`, given per unit of clock, at `points` points from `from` to `to`.
   *
   * Points lie at from + (to - from)(i / n)², fine near `from`, where hazards
   * change most. The integral is right at every point (to about 1e-13 for a
   * smooth rate), for each line is parallel to the chord of the true rate and
   * moved to have its integral. Between points h apart it is within
   * 0.008 h³ |rate''|, where the rate touches 0 within three times that; a rate
   * that jumps is blurred over one piece. Throws
   * RangeError for an empty range, fewer than two points, points too close to
   * tell apart, or a rate that is somewhere negative or not finite.
   */
  static build(
    rate: (clock: number) => number,
    options: { from: number; to: number; points: number },
  ): CumulativeHazard {
    const { from, to, points } = options;
    if (!(from < to && to - from < Infinity))
      throw new RangeError(`No clock from ${from} to ${to}.`);
    if (!(points >= 2 && Number.isInteger(points))) throw new RangeError(`${points} points.`);
    const count = points - 1;
    const pieces = new Float64Array(count * STRIDE);
    let total = 0;
    let start = from;
    let startRate = checkedRate(rate(from), from);
    for (let i = 0; i < count; i++) {
      const share = (i + 1) / count;
      const end = i + 1 === count ? to : from + (to - from) * share * share;
      const length = end - start;
      if (!(length > 0)) throw new RangeError(`${points} points from ${from} to ${to} coincide.`);
      const endRate = checkedRate(rate(end), end);
      const grown = integral(rate, start, end);
      let slope = (endRate - startRate) / length;
      let level = grown / length - 0.5 * slope * length;
      if (level < 0 || level + slope * length < 0) {
        const steepest = (2 * grown) / (length * length);
        level = slope > 0 ? 0 : steepest * length;
        slope = slope > 0 ? steepest : -steepest;
      }
      pieces.set([start, total, level, slope], i * STRIDE);
      total += grown;
      start = end;
      startRate = endRate;
    }
    return new CumulativeHazard(pieces, to, total, startRate);
  }

  /**
   * Hold a rate that is `rates[i]` from `edges[i]` up to `edges[i + 1]`, and the
   * last one ever after. There are as many edges as rates, at least two, rising.
   * Throws RangeError otherwise, or for a rate that is negative or not finite.
   */
  static fromSteps(edges: ArrayLike<number>, rates: ArrayLike<number>): CumulativeHazard {
    const count = edges.length - 1;
    if (count < 1 || rates.length !== edges.length) {
      throw new RangeError(`${edges.length} edges with ${rates.length} rates.`);
    }
    const pieces = new Float64Array(count * STRIDE);
    let total = 0;
    for (let i = 0; i < count; i++) {
      const length = edges[i + 1] - edges[i];
      if (!(length > 0 && length < Infinity)) throw new RangeError(`Edge ${i + 1} does not rise.`);
      const rate = checkedRate(rates[i], edges[i]);
      pieces.set([edges[i], total, rate, 0], i * STRIDE);
      total += rate * length;
    }
    return new CumulativeHazard(
      pieces,
      edges[count],
      total,
      checkedRate(rates[count], edges[count]),
    );
  }

  /** Return the integral of the rate from `from` to `clock`; 0 before `from`. */
  at(clock: number): number {
    if (clock <= this.from) return 0;
    if (clock >= this.to) {
      return this.endRate === 0 ? this.total : this.total + this.endRate * (clock - this.to);
    }
    const { pieces } = this;
    const level = Math.floor(this.clockLevel(clock));
    let piece = this.clockGuide[level];
    let last = this.clockGuide[level + 1];
    while (piece < last) {
      const middle = (piece + last + 1) >> 1;
      if (pieces[middle * STRIDE] <= clock) piece = middle;
      else last = middle - 1;
    }
    const base = piece * STRIDE;
    const passed = clock - pieces[base];
    const value = pieces[base + 1] + passed * (pieces[base + 2] + 0.5 * pieces[base + 3] * passed);
    return Math.min(value, this.endTotal(piece));
  }

  /**
   * Return the first clock, from `clock0` on, at which the integral has grown
   * by `amount` since `clock0`; Infinity when it never does.
   *
   * Never falls when `amount` rises. An amount of 0 or less gives `clock0`.
   */
  inverse(clock0: number, amount: number): number {
    if (!(amount > 0)) return clock0;
    const target = this.at(clock0) + amount;
    if (target > this.total) {
      if (this.endRate === 0) return Infinity;
      if (clock0 >= this.to) return clock0 + amount / this.endRate;
      return this.to + (target - this.total) / this.endRate;
    }
    const { pieces } = this;
    const height = Math.floor(target * this.perTotal);
    let piece = this.totalGuide[height];
    let last = this.totalGuide[height + 1];
    while (piece > 0 && pieces[piece * STRIDE + 1] >= target) piece--;
    while (piece < last) {
      const middle = (piece + last + 1) >> 1;
      if (pieces[middle * STRIDE + 1] < target) piece = middle;
      else last = middle - 1;
    }
    const base = piece * STRIDE;
    const left = target - pieces[base + 1];
    const level = pieces[base + 2];
    const root = Math.sqrt(Math.max(0, level * level + 2 * pieces[base + 3] * left));
    const clock = pieces[base] + (2 * left) / (level + root);
    return Math.max(clock0, Math.min(clock, this.endClock(piece)));
  }

  /** Where a clock stands on the scale, from 0 to count, on which the guide is even. */
  private clockLevel(clock: number): number {
    return Math.sqrt((clock - this.from) * this.perClock) * this.count;
  }

  private endTotal(piece: number): number {
    return piece + 1 === this.count ? this.total : this.pieces[(piece + 1) * STRIDE + 1];
  }

  private endClock(piece: number): number {
    return piece + 1 === this.count ? this.to : this.pieces[(piece + 1) * STRIDE];
  }
}

/**
 * Return, for each whole level from 0 to count + 1, the last piece that starts
 * at or below it: a search for a value between two levels need look only
 * between their pieces. `levelOf` never falls.
 */
function guide(count: number, levelOf: (piece: number) => number): Int32Array {
  const pieces = new Int32Array(count + 2);
  let piece = 0;
  for (let level = 0; level < pieces.length; level++) {
    while (piece + 1 < count && levelOf(piece + 1) <= level) piece++;
    pieces[level] = piece;
  }
  pieces[count + 1] = count - 1;
  return pieces;
}

/** The highest rate of any piece; it stands at an end, since the rate runs straight between. */
function mostOf(pieces: Float64Array, to: number): number {
  let most = 0;
  for (let base = 0; base < pieces.length; base += STRIDE) {
    const end = base + STRIDE < pieces.length ? pieces[base + STRIDE] : to;
    const level = pieces[base + 2];
    most = Math.max(most, level, level + pieces[base + 3] * (end - pieces[base]));
  }
  return most;
}

function integral(rate: (clock: number) => number, start: number, end: number): number {
  const half = 0.5 * (end - start);
  const middle = start + half;
  let sum = GAUSS_WEIGHTS[0] * checkedRate(rate(middle), middle);
  for (let i = 1; i < GAUSS_NODES.length; i++) {
    const before = middle - half * GAUSS_NODES[i];
    const after = middle + half * GAUSS_NODES[i];
    sum += GAUSS_WEIGHTS[i] * checkedRate(rate(before), before);
    sum += GAUSS_WEIGHTS[i] * checkedRate(rate(after), after);
  }
  return half * sum;
}

function checkedRate(rate: number, clock: number): number {
  if (rate >= 0 && rate < Infinity) return rate;
  throw new RangeError(`The rate at ${clock} is ${rate}, not a finite number from 0 up.`);
}
