/**
 * Intervals, variances and ratios over replications. Sums are taken in the
 * order given, so equal inputs in equal order give equal bits.
 */
import { normalQuantile } from './elementary.ts';
import { apart } from './rounding.ts';
import { studentInverse } from './special-functions.ts';
import { sum } from './sum.ts';

export { jackknifeRatio, jackknifeRatioDifference, type RatioEstimate } from './jackknife.ts';
export { mean, sum } from './sum.ts';

/**
 * Return the quantile at p of Student's distribution with `freedom` degrees,
 * any number above 0, Infinity for the normal.
 *
 * Relative error about 1e-11. By inverting the incomplete beta function up to
 * 1,000 degrees, by Fisher's expansion (Abramowitz & Stegun 26.7.5) above. NaN
 * where nothing is defined.
 */
export function studentTQuantile(p: number, freedom: number): number {
  if (!(freedom > 0) || !(p >= 0 && p <= 1)) return NaN;
  if (p === 0.5) return 0;
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  if (freedom > 1000) {
    const z = normalQuantile(p);
    const s = z * z;
    const first = (z * (s + 1)) / 4;
    const second = (z * ((5 * s + 16) * s + 3)) / 96;
    const third = (z * (((3 * s + 19) * s + 17) * s - 15)) / 384;
    const fourth = (z * ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945)) / 92160;
    const v = 1 / freedom;
    return z + v * (first + v * (second + v * (third + v * fourth)));
  }
  if (p < 0.5) return -studentInverse(1 - 2 * p, 2 * p, freedom);
  return studentInverse(2 * p - 1, 2 * (1 - p), freedom);
}

/** Return the 97.5th percentile of Student's t: the factor of a 95% interval. */
export function studentT975(freedom: number): number {
  return studentTQuantile(0.975, freedom);
}

/** Ranks, from 1, of the order statistics that enclose a quantile, and how surely they do. */
export interface QuantileRanks {
  /** 0 when no value is low enough: the interval is open below. */
  lowerRank: number;
  /** n + 1 when no value is high enough: the interval is open above. */
  upperRank: number;
  /** The probability that the interval covers the quantile, for a continuous law. */
  coverage: number;
}

/**
 * Return the ranks of the values that form a distribution-free interval for
 * the p-quantile, from n independent values.
 *
 * Each side misses with at most (1 - level) / 2; the coverage is the binomial
 * probability of lowerRank to upperRank - 1 values below the quantile (David &
 * Nagaraja, Order Statistics, ch. 7). With few values a side can be open.
 */
export function quantileRanks(n: number, p: number, level = 0.95): QuantileRanks {
  const chances = binomialChances(n, p);
  const miss = (1 - level) / 2;
  let below = 0;
  let lowerRank = 0;
  while (lowerRank < n && below + chances[lowerRank] < miss) below += chances[lowerRank++];
  let above = 0;
  let upperRank = n + 1;
  while (upperRank > 1 && above + chances[upperRank - 1] <= miss) above += chances[--upperRank];
  return { lowerRank, upperRank, coverage: sum(chances.subarray(lowerRank, upperRank)) };
}

/** The probabilities of 0 to n successes: ratios from the likeliest number, then scaled. */
function binomialChances(n: number, p: number): Float64Array {
  if (!(n >= 1 && Number.isInteger(n))) throw new RangeError(`${n} values.`);
  if (!(p > 0 && p < 1)) throw new RangeError(`Quantile ${p} is not between 0 and 1.`);
  const chances = new Float64Array(n + 1);
  const peak = Math.min(n, Math.floor((n + 1) * p));
  const odds = p / (1 - p);
  chances[peak] = 1;
  for (let k = peak; k > 0; k--) chances[k - 1] = (chances[k] * k) / ((n - k + 1) * odds);
  for (let k = peak; k < n; k++) chances[k + 1] = (chances[k] * (n - k) * odds) / (k + 1);
  const total = sum(chances);
  for (let k = 0; k <= n; k++) chances[k] /= total;
  return chances;
}

/** A mean with the half-width of its interval. */
export interface MeanInterval {
  mean: number;
  standardError: number;
  degreesOfFreedom: number;
  /** Infinity when there is one value. */
  halfWidth: number;
}

/** Return the mean of independent values with its t interval at `level`; NaN of none. */
export function meanInterval(values: ArrayLike<number>, level = 0.95): MeanInterval {
  const spread = new Spread();
  for (let i = 0; i < values.length; i++) spread.add(values[i]);
  return spread.interval(level);
}

/**
 * Return the mean of a[i] - b[i] with its t interval: the paired comparison of
 * two scenarios over the same replications, without what rounding leaves. Throws RangeError for unequal lengths.
 */
export function pairedDifference(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  level = 0.95,
): MeanInterval {
  if (a.length !== b.length) throw new RangeError(`${a.length} values against ${b.length}.`);
  const spread = new Spread();
  for (let i = 0; i < a.length; i++) spread.add(apart(a[i], b[i]));
  return spread.interval(level);
}

/**
 * Count, mean, spread and extremes of values seen one by one.
 *
 * Welford's method (Technometrics 4, 1962), merged by Chan, Golub & LeVeque's
 * (1983). Merging rounds, so merge in a fixed order to have the same bits.
 */
export class Spread {
  count = 0;
  /** 0 when there are no values. */
  mean = 0;
  least = Infinity;
  most = -Infinity;
  private squares = 0;

  add(value: number): void {
    this.count++;
    const before = value - this.mean;
    this.mean += before / this.count;
    this.squares += before * (value - this.mean);
    if (value < this.least) this.least = value;
    if (value > this.most) this.most = value;
  }

  /** Take in the values `other` has seen, as if they came after this one's. */
  merge(other: Spread): void {
    if (other.count === 0) return;
    const count = this.count + other.count;
    const apart = other.mean - this.mean;
    this.squares += other.squares + apart * apart * ((this.count * other.count) / count);
    this.mean += apart * (other.count / count);
    this.count = count;
    this.least = Math.min(this.least, other.least);
    this.most = Math.max(this.most, other.most);
  }

  /** The sample variance, over count - 1; NaN for fewer than two values. */
  get variance(): number {
    return this.count < 2 ? NaN : this.squares / (this.count - 1);
  }

  /** The standard error of the mean; NaN for fewer than two values. */
  get standardError(): number {
    return Math.sqrt(this.variance / this.count);
  }

  /** The t interval of the mean, for independent values. */
  interval(level = 0.95): MeanInterval {
    const { count, standardError } = this;
    const degreesOfFreedom = Math.max(0, count - 1);
    const factor = count < 2 ? Infinity : studentTQuantile(0.5 + level / 2, degreesOfFreedom);
    const halfWidth = count < 2 ? Infinity : standardError === 0 ? 0 : factor * standardError;
    return { mean: count === 0 ? NaN : this.mean, standardError, degreesOfFreedom, halfWidth };
  }
}

/** The variance of a result, split by a nested experiment. */
export interface VarianceSplit {
  grandMean: number;
  /** Variance between replications of one draw: chance. */
  within: number;
  /** Variance between parameter draws with chance taken out; can come out below 0. */
  between: number;
  /** Variance of the draws' means as they are, chance still in. */
  naiveBetween: number;
}

/**
 * Split the variance of results[draw][replication] into what parameters and
 * what chance explain: one-way analysis of variance, between = (MSB - MSW) / n.
 *
 * Needs at least two draws of the same number, at least two, of replications;
 * throws RangeError otherwise. (Law, Simulation Modeling and Analysis.)
 */
export function varianceSplit(results: ArrayLike<ArrayLike<number>>): VarianceSplit {
  const replications = results.length === 0 ? 0 : results[0].length;
  if (results.length < 2 || replications < 2) {
    throw new RangeError(`${results.length} draws of ${replications} replications.`);
  }
  const means = new Spread();
  const variances = new Spread();
  for (let i = 0; i < results.length; i++) {
    if (results[i].length !== replications) throw new RangeError(`Draw ${i} differs in length.`);
    const spread = new Spread();
    for (let j = 0; j < replications; j++) spread.add(results[i][j]);
    means.add(spread.mean);
    variances.add(spread.variance);
  }
  const naiveBetween = means.variance;
  const within = variances.mean;
  const between = naiveBetween - within / replications;
  return { grandMean: means.mean, within, between, naiveBetween };
}
