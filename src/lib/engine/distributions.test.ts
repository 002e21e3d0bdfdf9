import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  constant,
  exponentialQuantile,
  gammaQuantile,
  lognormalFromMeanSpread,
  lognormalFromMedianP90,
  lognormalQuantile,
  pertQuantile,
  poissonQuantile,
  QuantileTable,
  rangeQuantile,
  triangularQuantile,
  uniformQuantile,
  weibullQuantile,
} from './distributions.ts';

/** Mean and standard deviation by the midpoint rule in u over `n` cells. */
function moments(quantile: (u: number) => number, n = 100000): [number, number] {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const x = quantile((i + 0.5) / n);
    sum += x;
    squares += x * x;
  }
  return [sum / n, Math.sqrt(squares / n - (sum / n) ** 2)];
}

const wait = lognormalFromMeanSpread(140, 70);

describe('quantiles', () => {
  it.each<[string, (u: number) => number, number, number]>([
    ['uniform', (u) => uniformQuantile(u, 2, 8), 5, Math.sqrt(3)],
    ['exponential', (u) => exponentialQuantile(u, 180), 180, 180],
    [
      'Weibull',
      (u) => weibullQuantile(u, 2, 1),
      Math.sqrt(Math.PI) / 2,
      Math.sqrt(1 - Math.PI / 4),
    ],
    ['lognormal', (u) => lognormalQuantile(u, wait.mu, wait.sigma), 140, 70],
    ['triangular', (u) => triangularQuantile(u, 1, 2, 6), 3, Math.sqrt(7 / 6)],
    ['PERT', (u) => pertQuantile(u, 1, 2, 6), 2.5, Math.sqrt(0.75)],
    ['Poisson', (u) => poissonQuantile(u, 12), 12, Math.sqrt(12)],
    ['large Poisson', (u) => poissonQuantile(u, 720), 720, Math.sqrt(720)],
    ['constant', (u) => constant(u, 365), 365, 0],
  ])('of the %s have its mean and deviation', (_name, quantile, mean, sd) => {
    const [m, s] = moments(quantile);
    expect(Math.abs(m / mean - 1)).toBeLessThan(1e-3);
    expect(Math.abs(s - sd)).toBeLessThan(3e-3 * (sd || 1));
  });

  it('of the gamma have its mean and deviation, shape × scale and root shape × scale', () => {
    const [m, s] = moments((u) => gammaQuantile(u, 2.5, 40), 20000);
    expect(m / 100).toBeCloseTo(1, 3);
    expect(s / (40 * Math.sqrt(2.5))).toBeCloseTo(1, 2);
    expect(gammaQuantile(0.5, 1, 10)).toBeCloseTo(10 * Math.LN2, 10);
  });

  it('never fall in u', () => {
    const uniforms = fc.double({ min: 2 ** -53, max: 1 - 2 ** -53, noNaN: true });
    const all: ((u: number) => number)[] = [
      (u) => uniformQuantile(u, 2, 8),
      (u) => exponentialQuantile(u, 180),
      (u) => weibullQuantile(u, 0.6, 100),
      (u) => lognormalQuantile(u, wait.mu, wait.sigma),
      (u) => gammaQuantile(u, 0.4, 30),
      (u) => triangularQuantile(u, 1, 2, 6),
      (u) => pertQuantile(u, 1, 2, 6),
      (u) => poissonQuantile(u, 12),
      (u) => poissonQuantile(u, 900),
      (u) => rangeQuantile(u, 2, 3, 9, 0),
    ];
    fc.assert(
      fc.property(uniforms, uniforms, (a, b) => {
        for (const quantile of all) {
          const [low, high] = [quantile(Math.min(a, b)), quantile(Math.max(a, b))];
          expect(high - low).toBeGreaterThanOrEqual(-1e-11 * Math.abs(low));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of a lognormal stated by median and 90th percentile pass through both', () => {
    const { mu, sigma } = lognormalFromMedianP90(60, 200);
    expect(lognormalQuantile(0.5, mu, sigma)).toBeCloseTo(60, 10);
    expect(lognormalQuantile(0.9, mu, sigma)).toBeCloseTo(200, 9);
  });

  it('of degenerate shapes are their one value', () => {
    expect(triangularQuantile(0.3, 4, 4, 4)).toBe(4);
    expect(pertQuantile(0.3, 4, 4, 4)).toBe(4);
    expect(triangularQuantile(0.25, 0, 0, 4)).toBeCloseTo(4 - Math.sqrt(12), 12);
    expect(triangularQuantile(0.25, 0, 4, 4)).toBeCloseTo(2, 12);
  });
});

describe('poissonQuantile', () => {
  it.each([3.7, 12, 499, 501, 2000])('is the least k that reaches u, at mean %d', (mean) => {
    let term = -mean;
    let sum = Math.exp(term);
    for (let k = 0; k < mean + 6 * Math.sqrt(mean); k++) {
      if (sum > 1e-12 && sum < 1 - 1e-6) {
        expect(poissonQuantile(sum * (1 - 1e-9), mean)).toBe(k);
        expect(poissonQuantile(sum * (1 + 1e-9), mean)).toBe(k + 1);
      }
      term += Math.log(mean / (k + 1));
      sum += Math.exp(term);
    }
  });

  it('has ends', () => {
    expect([poissonQuantile(0, 5), poissonQuantile(0.7, 0), poissonQuantile(1, 5)]).toEqual([
      0,
      0,
      Infinity,
    ]);
    expect(poissonQuantile(1 - 2 ** -53, 12)).toBe(50);
    expect([poissonQuantile(0.9, 1e-300), poissonQuantile(1 - 2 ** -53, 1e-20)]).toEqual([0, 0]);
    expect([poissonQuantile(0.5, -1), poissonQuantile(NaN, 1)]).toEqual([NaN, NaN]);
  });
});

describe('rangeQuantile', () => {
  it('has low, best and high as its 10th, 50th and 90th percentiles, bounded or not', () => {
    for (const [least, most] of [
      [-Infinity, Infinity],
      [0, Infinity],
      [0, 1],
    ]) {
      expect(rangeQuantile(0.1, 0.2, 0.3, 0.7, least, most)).toBeCloseTo(0.2, 14);
      expect(rangeQuantile(0.5, 0.2, 0.3, 0.7, least, most)).toBe(0.3);
      expect(rangeQuantile(0.9, 0.2, 0.3, 0.7, least, most)).toBeCloseTo(0.7, 14);
    }
  });

  it('stays inside its bounds, rises and has no jump', () => {
    let before = rangeQuantile(2 ** -53, 0.05, 0.3, 0.9, 0, 1);
    expect(before).toBeGreaterThan(0);
    const steps: number[] = [];
    for (let i = 1; i < 4000; i++) {
      const x = rangeQuantile(i / 4000, 0.05, 0.3, 0.9, 0, 1);
      steps.push(x - before);
      before = x;
    }
    expect(Math.min(...steps)).toBeGreaterThan(0);
    expect(Math.max(...steps.slice(1))).toBeLessThan(0.01);
    expect(rangeQuantile(1 - 2 ** -53, 0.05, 0.3, 0.9, 0, 1)).toBeLessThan(1);
  });

  it('puts the tenth beyond a stated bound on the bound', () => {
    expect(rangeQuantile(0.01, 0, 0.3, 1, 0, 1)).toBe(0);
    expect(rangeQuantile(0.1, 0, 0.3, 1, 0, 1)).toBeCloseTo(0, 14);
    expect(rangeQuantile(0.3, 0, 0.3, 1, 0, 1)).toBeGreaterThan(0.1);
    expect(rangeQuantile(0.99, 0, 0.3, 1, 0, 1)).toBe(1);
    expect(rangeQuantile(0.01, 3, 3, 3)).toBe(3);
  });

  it('refuses a range out of order', () => {
    expect(() => rangeQuantile(0.5, 2, 1, 3)).toThrow(RangeError);
    expect(() => rangeQuantile(0.5, 1, 2, 3, 1.5)).toThrow(RangeError);
    expect(() => rangeQuantile(0.5, 1, NaN, 3)).toThrow(RangeError);
  });
});

describe('QuantileTable', () => {
  const shapes = [0.7, 2, 25];
  it.each(shapes)('of a gamma of shape %d is within its tolerance, tails exact', (shape) => {
    const quantile = (u: number) => gammaQuantile(u, shape, 50);
    const table = new QuantileTable(quantile);
    expect(table.error).toBeLessThan(5e-7);
    expect(table.exactShare).toBeLessThan(0.06);
    let [before, worst, smallestRise] = [0, 0, Infinity];
    for (let i = 0; i < 3000; i++) {
      const u = (i + 0.37) / 3000;
      const x = table.at(u);
      worst = Math.max(worst, Math.abs(x / quantile(u) - 1));
      smallestRise = Math.min(smallestRise, x - before);
      before = x;
    }
    expect(worst).toBeLessThan(1e-6);
    expect(smallestRise).toBeGreaterThanOrEqual(0);
    for (const u of [2 ** -53, 1e-5, 1 - 1e-5, 1 - 2 ** -53]) expect(table.at(u)).toBe(quantile(u));
  });

  it('calls the function wherever it cannot follow it', () => {
    const steps = new QuantileTable((u) => poissonQuantile(u, 5), { points: 101 });
    for (let i = 1; i < 1000; i++) {
      expect(Math.abs(steps.at(i / 1000) - poissonQuantile(i / 1000, 5))).toBeLessThan(1e-5);
    }
    expect(steps.at(0)).toBe(0);
    expect(new QuantileTable(() => 4).at(0.33)).toBe(4);
  });

  it('refuses a function that falls and too few points', () => {
    expect(() => new QuantileTable((u) => 1 - u)).toThrow(RangeError);
    expect(() => new QuantileTable((u) => u, { points: 3 })).toThrow(RangeError);
  });
});
