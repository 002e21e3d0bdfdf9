import { describe, expect, it } from 'vitest';
import { normalQuantile } from './elementary.ts';
import { fitted, solve } from './linear-system.ts';
import { Draws } from './random.ts';
import {
  leastClearCorrelation,
  partialRankCorrelations,
  rankCorrelation,
  ranksOf,
} from './rank-correlation.ts';

const draws = new Draws(4, 0);
const normal = (stream: number, n: number) =>
  Float64Array.from({ length: n }, (_, i) => normalQuantile(draws.uniform(i, stream)));

describe('rank correlation', () => {
  it('gives ties the mean of their ranks', () => {
    expect([...ranksOf([10, 20, 20, 5])]).toEqual([2, 3.5, 3.5, 1]);
  });

  it('is the textbook value: hours of television and IQ', () => {
    // Spearman's ρ of ten pairs, -29/165, worked in many textbooks.
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    expect(rankCorrelation(iq, hours)).toBeCloseTo(-29 / 165, 12);
  });

  it('is 1 for any rise and 0 for what does not vary', () => {
    expect(rankCorrelation([1, 2, 3, 4], [1, 10, 100, 1e6])).toBe(1);
    expect(rankCorrelation([1, 2, 3, 4], [7, 7, 7, 7])).toBe(0);
  });
});

describe('partial rank correlation', () => {
  it('is the first-order formula for two inputs', () => {
    const [x, z] = [normal(1, 60), normal(2, 60)];
    const y = x.map((value, i) => value + z[i]);
    const [xy, zy, xz] = [rankCorrelation(x, y), rankCorrelation(z, y), rankCorrelation(x, z)];
    const expected = (xy - xz * zy) / Math.sqrt((1 - xz * xz) * (1 - zy * zy));
    expect(partialRankCorrelations([x, z], y)![0]).toBeCloseTo(expected, 10);
  });

  it('finds the weights of a linear response, which rank correlation alone blurs', () => {
    // y = 3a + 2b + c + noise of 1. Of a normal law Spearman's ρ is (6/π) asin(r/2), and the
    // partial one of independent inputs is ρ over the root of what the others leave.
    const n = 4000;
    const [a, b, c, noise] = [1, 2, 3, 4].map((stream) => normal(stream, n));
    const y = a.map((value, i) => 3 * value + 2 * b[i] + c[i] + noise[i]);
    const rho = [3, 2, 1].map((w) => (6 / Math.PI) * Math.asin(w / Math.sqrt(15) / 2));
    const all = rho.reduce((sum, r) => sum + r * r, 0);
    const found = partialRankCorrelations([a, b, c], y)!;
    rho.forEach((r, i) => {
      // Four standard errors of a partial correlation are at most 4/√n.
      expect(Math.abs(found[i] - r / Math.sqrt(1 - (all - r * r)))).toBeLessThan(4 / Math.sqrt(n));
    });
    expect(rankCorrelation(c, y)).toBeLessThan(0.35);
  });

  it('says nothing where there are too few values, or one input twice', () => {
    const x = normal(1, 20);
    expect(partialRankCorrelations([x, normal(2, 20)].concat([x]), normal(3, 20))).toBeNull();
    expect(partialRankCorrelations([x.slice(0, 3)], x.slice(0, 3))).toBeNull();
  });
});

describe('what luck alone gives', () => {
  it('is the tabled value for one input, and more for many', () => {
    // Pearson's r at 5% two-sided: 0.632 for 10 values, 0.197 for 100.
    expect(leastClearCorrelation(10, 1)).toBeCloseTo(0.632, 3);
    expect(leastClearCorrelation(100, 1)).toBeCloseTo(0.197, 3);
    expect(leastClearCorrelation(100, 270)).toBeGreaterThan(0.35);
    expect(leastClearCorrelation(2, 1)).toBe(1);
  });

  it('is passed by a set of idle inputs about once in twenty sets', () => {
    const [n, inputs, sets] = [40, 8, 400];
    let passed = 0;
    for (let set = 0; set < sets; set++) {
      const y = normal(1000 + set * 10, n);
      const columns = Array.from({ length: inputs }, (_, i) => normal(1001 + set * 10 + i, n));
      const least = leastClearCorrelation(n, inputs);
      if (columns.some((x) => Math.abs(rankCorrelation(x, y)) > least)) passed += 1;
    }
    // Twenty expected; four standard errors of a count are 17.
    expect(Math.abs(passed - 20)).toBeLessThan(18);
  });
});

describe('linear systems', () => {
  it('are solved with pivoting, and refused where singular', () => {
    expect(solve([[0, 2], [3, 1]], [4, 5])).toEqual([1, 2]); // prettier-ignore
    expect(solve([[1, 2], [2, 4]], [1, 2])).toBeNull(); // prettier-ignore
  });

  it('fit a straight line exactly, and the mean of what does not follow', () => {
    const one = [1, 1, 1, 1];
    const x = [0, 1, 2, 3];
    expect([...fitted([one, x], [1, 3, 5, 7])!].map((v) => +v.toFixed(12))).toEqual([1, 3, 5, 7]);
    expect([...fitted([one], [1, 3, 5, 7])!]).toEqual([4, 4, 4, 4]);
    expect(fitted([one, one], [1, 3, 5, 7])).toBeNull();
  });
});
