/**
 * What renewal theory says of stays with a given law, by numerical integration:
 * it shares no code with what it judges.
 */

/** Chance that a stay lasts longer than `days`; smooth between its `breaks`. */
export interface Survival {
  over(days: number): number;
  breaks: number[];
}

export const exponential = (mean: number): Survival => ({
  over: (days) => Math.exp(-days / mean),
  breaks: [],
});

export const constant = (days: number): Survival => ({
  over: (asked) => (asked < days ? 1 : 0),
  breaks: [days],
});

/** Gamma with a whole shape: the chance of fewer than `shape` Poisson points. */
export function erlang(mean: number, shape: number): Survival {
  return {
    over(days) {
      const x = (days * shape) / mean;
      let term = 1;
      let sum = 1;
      for (let k = 1; k < shape; k++) sum += term *= x / k;
      return sum * Math.exp(-x);
    },
    breaks: [],
  };
}

export function lognormal(mean: number, sigma: number): Survival {
  const mu = Math.log(mean) - (sigma * sigma) / 2;
  return {
    over: (days) => (days <= 0 ? 1 : normalAbove((Math.log(days) - mu) / sigma)),
    breaks: [],
  };
}

/** At most `limit` days, however long it would have gone on. */
export function capped({ over, breaks }: Survival, limit: number): Survival {
  return { over: (days) => (days < limit ? over(days) : 0), breaks: [...breaks, limit] };
}

/** Hazard `rate` (1 - effect (1 - exp(-t / time))): leaving less as people know each other. */
export function fallingHazard(rate: number, effect: number, time: number): Survival {
  const hazard = (t: number) => (1 - effect) * t + effect * time * (1 - Math.exp(-t / time));
  return { over: (days) => Math.exp(-rate * hazard(days)), breaks: [] };
}

/** Integral of u^power × chance of more than u, from 0 to `to`. */
export function moment({ over, breaks }: Survival, to: number, power = 0): number {
  return integral((u) => (power === 0 ? 1 : u ** power) * over(u), 0, to, breaks);
}

/** Integral from 0 to `to` of (to - u) × chance of more than u. */
function twice(stay: Survival, to: number): number {
  return to * moment(stay, to) - moment(stay, to, 1);
}

/** Mean number there at `day`, when `rate` a day come from day 0 on (Eick, Massey & Whitt 1993). */
export const numberAt = (stay: Survival, rate: number, day: number) => rate * moment(stay, day);

/** Mean over the days from `from` to `to` of the number there. */
export function numberOver(stay: Survival, rate: number, from: number, to: number): number {
  return (rate * (twice(stay, to) - twice(stay, from))) / (to - from);
}

/** Mean of stays begun evenly from 0 to `horizon` and watched until `end`, those going on cut there. */
export function watchedMean(stay: Survival, horizon: number, end: number): number {
  return (twice(stay, end) - twice(stay, end - horizon)) / horizon;
}

/** Mean time so far of those there at `day`, of those who came from day 0 on (Cox 1962, ch. 5). */
export function soFarMean(stay: Survival, day: number): number {
  return moment(stay, day, 1) / moment(stay, day);
}

/** Variance of a mean over `days` of something stationary with this autocovariance. */
export function varianceOfMean(covariance: Survival, days: number): number {
  return (2 * twice(covariance, days)) / (days * days);
}

/** Autocovariance of the number there in the steady state: rate × mean stay still to come after v. */
export function numberCovariance(stay: Survival, rate: number, mean: number): Survival {
  return { over: (v) => rate * Math.max(0, mean - moment(stay, v)), breaks: stay.breaks };
}

/** Integral from `from` to `to`, right to about 1e-10 of its size; smooth between the breaks. */
export function integral(
  f: (x: number) => number,
  from: number,
  to: number,
  breaks: number[] = [],
): number {
  const edges = [from, ...breaks.filter((x) => x > from && x < to), to];
  let sum = 0;
  for (let i = 1; i < edges.length; i++) {
    // Pieces that grow, for what is integrated changes most near the beginning.
    const length = edges[i] - edges[i - 1];
    for (let k = 0; k < 40; k++) {
      const a = edges[i - 1] + length * (k / 40) ** 3;
      const b = edges[i - 1] + length * ((k + 1) / 40) ** 3;
      sum += gauss(f, a, b);
    }
  }
  return sum;
}

/** Nodes and weights of 8-point Gauss-Legendre (Abramowitz & Stegun, table 25.4). */
const NODES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363];
const WEIGHTS = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];

function gauss(f: (x: number) => number, from: number, to: number): number {
  const middle = (from + to) / 2;
  const half = (to - from) / 2;
  const sum = NODES.reduce(
    (total, x, i) => total + WEIGHTS[i] * (f(middle - half * x) + f(middle + half * x)),
    0,
  );
  return half * sum;
}

/** Chance that a standard normal lies above z (Abramowitz & Stegun 26.2.11 and 26.2.14). */
export function normalAbove(z: number): number {
  if (z < 0) return 1 - normalAbove(-z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 4) {
    let term = z;
    let sum = z;
    for (let k = 3; k < 200; k += 2) sum += term *= (z * z) / k;
    return 0.5 - density * sum;
  }
  let fraction = z;
  for (let k = 60; k > 0; k--) fraction = z + k / fraction;
  return density / fraction;
}
