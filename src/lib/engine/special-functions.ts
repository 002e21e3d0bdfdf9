/**
 * Incomplete gamma and beta functions, and the inverses by which quantiles are
 * found. Thorough rather than fast: a table or a fit stands between them and
 * an event loop.
 */
import { exp, gammaLn, log, log1p, normalQuantile } from './elementary.ts';

const TINY = 1e-300;
const ROUNDING = 1.1102230246251565e-16;

/**
 * Return the share of a gamma distribution with this shape and scale 1 that
 * lies below x, or above x when `upper`. Relative error about 1e-13.
 *
 * Series below shape + 1, Legendre's continued fraction above (Abramowitz &
 * Stegun 6.5.29 and 6.5.31, evaluated by Lentz's method).
 */
export function gammaShare(shape: number, x: number, upper: boolean): number {
  if (!(x > 0)) return upper ? 1 : 0;
  if (x === Infinity) return upper ? 0 : 1;
  const front = gammaFront(shape, x);
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let n = shape + 1; term > sum * ROUNDING; n += 1) {
      term *= x / n;
      sum += term;
    }
    return upper ? 1 - front * sum : front * sum;
  }
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; i < 100000; i++) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / nonZero(a * d + b);
    c = nonZero(b + a / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) <= 2 * ROUNDING) break;
  }
  return upper ? front * fraction : 1 - front * fraction;
}

/** Return x^shape e^-x / gamma(shape): x times the gamma density. */
function gammaFront(shape: number, x: number): number {
  if (shape < 10) return exp(shape * log(x) - x - gammaLn(shape));
  // Around the mode the terms above cancel; their difference is found directly.
  const t = (x - shape) / shape;
  const away = Math.abs(t) < 0.5 ? t - log1p(t) : t - log(x / shape);
  return Math.sqrt(shape / 6.283185307179586) * exp(-shape * away - stirlingRest(shape));
}

/** Return log gamma(x) less the first terms of Stirling's formula, for x >= 10. */
function stirlingRest(x: number): number {
  const z = 1 / (x * x);
  return (
    (1 / 12 -
      z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z * (1 / 1188 - (z * 691) / 360360))))) /
    x
  );
}

/**
 * Return the share of a beta(a, b) distribution below x, where `rest` is 1 - x.
 *
 * The caller gives both so that neither end loses digits; the share above x
 * is betaShare(b, a, rest, x). Relative error about 1e-14 × (a + b). Continued
 * fraction of Abramowitz & Stegun 26.5.8 by Lentz's method.
 */
export function betaShare(a: number, b: number, x: number, rest: number): number {
  if (!(x > 0)) return 0;
  if (!(rest > 0)) return 1;
  const front = betaFront(a, b, x, rest);
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(a, b, x)) / a;
  return 1 - (front * betaFraction(b, a, rest)) / b;
}

/** Return x^a (1 - x)^b / B(a, b): x (1 - x) times the beta density. */
function betaFront(a: number, b: number, x: number, rest: number): number {
  return exp(gammaLn(a + b) - gammaLn(a) - gammaLn(b) + a * log(x) + b * log(rest));
}

function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 100000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) <= 2 * ROUNDING) break;
  }
  return fraction;
}

function nonZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x;
}

/**
 * Return the x below which a gamma distribution of scale 1 has the share u.
 *
 * Relative error about 1e-12. Newton's method on the logarithm of the smaller
 * tail over log x, which is concave for every shape, so it always arrives.
 */
export function gammaInverse(u: number, shape: number): number {
  if (!(u > 0)) return u === 0 ? 0 : NaN;
  if (!(u < 1)) return u === 1 ? Infinity : NaN;
  const smallest = (log(u) + gammaLn(shape + 1)) / shape;
  if (smallest < -40) return exp(smallest);
  const upper = u > 0.5;
  const goal = upper ? log1p(-u) : log(u);
  // Wilson & Hilferty's cube is near enough, save far down the tail of a small shape.
  const root = 1 - 1 / (9 * shape) + normalQuantile(u) / (3 * Math.sqrt(shape));
  const rough = upper ? log(shape) : Math.min(smallest, log(shape));
  const start = shape >= 1 && root > 0.1 ? log(shape) + 3 * log(root) : rough;
  const y = newton(start, (at) => {
    const x = exp(at);
    const tail = gammaShare(shape, x, upper);
    const slope = gammaFront(shape, x) / tail;
    return (goal - log(tail)) / (upper ? -slope : slope);
  });
  return exp(y);
}

/**
 * Return the x below which a beta(a, b) distribution has the share u.
 *
 * Relative error about 1e-12 for a + b up to 100. Newton's method as in
 * gammaInverse, over log(x / (1 - x)).
 */
export function betaInverse(u: number, a: number, b: number): number {
  if (!(u > 0 && u < 1)) return u === 0 || u === 1 ? u : NaN;
  const upper = u > 0.5;
  const goal = upper ? log1p(-u) : log(u);
  const y = newton(log(a / b), (at) => {
    const x = 1 / (1 + exp(-at));
    const rest = 1 / (1 + exp(at));
    const tail = upper ? betaShare(b, a, rest, x) : betaShare(a, b, x, rest);
    const slope = betaFront(a, b, x, rest) / tail;
    return (goal - log(tail)) / (upper ? -slope : slope);
  });
  return 1 / (1 + exp(-y));
}

/**
 * Return the t > 0 that |T| stays below with probability `inside` and exceeds
 * with probability `tails`, for Student's T with `freedom` degrees of freedom.
 *
 * The two add up to 1; the smaller is used. Relative error about 1e-12 for up
 * to 1,000 degrees. Newton's method as in gammaInverse, over log t.
 */
export function studentInverse(inside: number, tails: number, freedom: number): number {
  const outer = tails < inside;
  const goal = log(outer ? tails : inside);
  const half = freedom / 2;
  const y = newton(0, (at) => {
    const square = exp(2 * at);
    const x = freedom / (freedom + square);
    const rest = square / (freedom + square);
    const share = outer ? betaShare(half, 0.5, x, rest) : betaShare(0.5, half, rest, x);
    const slope = (2 * betaFront(half, 0.5, x, rest)) / share;
    return (goal - log(share)) / (outer ? -slope : slope);
  });
  return exp(y);
}

/** Follow Newton's steps, none above 2, until the next would be lost in rounding. */
function newton(start: number, step: (at: number) => number): number {
  let y = start;
  for (let i = 0; i < 200; i++) {
    const change = step(y);
    y += Math.max(-2, Math.min(2, change));
    if (!(Math.abs(change) > 1e-9 * (1 + Math.abs(y)))) break;
  }
  return y;
}
