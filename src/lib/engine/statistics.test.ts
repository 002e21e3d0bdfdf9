import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  jackknifeRatio,
  jackknifeRatioDifference,
  mean,
  meanInterval,
  pairedDifference,
  quantileRanks,
  Spread,
  studentT975,
  studentTQuantile,
  sum,
  varianceSplit,
} from './statistics.ts';

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2 });

describe('sum', () => {
  it('keeps what plain addition loses', () => {
    expect(sum([1e100, 1, -1e100])).toBe(1);
    expect(sum(new Float64Array(1000).fill(0.1))).toBe(100);
    expect(sum([])).toBe(0);
    expect(sum([1, Infinity])).toBe(Infinity);
    expect(sum([1, NaN])).toBeNaN();
    expect(mean([1, 2, 6])).toBe(3);
  });
});

describe('studentTQuantile', () => {
  // scipy 1.17, known-answer case stats-t-quantiles.
  it.each([
    [1, 12.706204736174694],
    [4, 2.7764451051977934],
    [9, 2.262157162798205],
    [19, 2.0930240544083087],
    [29, 2.045229642132703],
    [99, 1.9842169515864174],
    [199, 1.9719565442517533],
  ])('at 0.975 with %d degrees of freedom is %d', (freedom, truth) => {
    expect(Math.abs(studentT975(freedom) - truth)).toBeLessThan(1e-9);
  });

  // mpmath 1.3, by bisection at 120 bits.
  it.each([
    [0.975, 2.5, 3.5746548420036817],
    [0.9999, 3, 22.203742273205002],
    [0.6, 7, 0.2631668613520228],
    [0.50000001, 5, 2.634305537377024e-8],
    [0.995, 999, 2.5807596372676365],
    [0.995, 1000, 2.5807546980659506],
    [0.995, 1001, 2.5807497687505245],
    [0.999999, 1500, 4.772181545523933],
    [0.975, 50000, 1.9600114310936798],
    [0.75, 0.5, 1.5537739740300374],
  ])('at %d with %d degrees of freedom is %d to 1e-9', (p, freedom, truth) => {
    expect(Math.abs(studentTQuantile(p, freedom) / truth - 1)).toBeLessThan(1e-9);
    expect(studentTQuantile(1 - p, freedom) / truth).toBeCloseTo(-1, 7);
  });

  it('is normal in the limit, 0 in the middle and nothing outside', () => {
    expect(studentTQuantile(0.975, Infinity)).toBeCloseTo(1.959963984540054, 14);
    expect([0.5, 0, 1].map((p) => studentTQuantile(p, 7))).toEqual([0, -Infinity, Infinity]);
    expect([studentTQuantile(0.9, 0), studentTQuantile(1.1, 5)]).toEqual([NaN, NaN]);
  });
});

describe('quantileRanks', () => {
  // Binomial, known-answer case stats-quantile-ci-ranks.
  it.each([
    [200, 0.5, 86, 115, 0.9599628083866005],
    [200, 0.9, 171, 189, 0.9668839008979295],
    [100, 0.95, 90, 100, 0.9826070607121812],
    [1000, 0.95, 936, 964, 0.9580952682226541],
  ])('of %d values at %d are %d and %d', (n, p, lowerRank, upperRank, coverage) => {
    const ranks = quantileRanks(n, p, 0.95);
    expect([ranks.lowerRank, ranks.upperRank]).toEqual([lowerRank, upperRank]);
    expect(ranks.coverage).toBeCloseTo(coverage, 12);
  });

  it('leave a side open when there are too few values', () => {
    expect(quantileRanks(20, 0.95).upperRank).toBe(21);
    expect(quantileRanks(20, 0.05).lowerRank).toBe(0);
    expect(quantileRanks(1, 0.5)).toEqual({ lowerRank: 0, upperRank: 2, coverage: 1 });
    expect(() => quantileRanks(0, 0.5)).toThrow(RangeError);
    expect(() => quantileRanks(10, 1)).toThrow(RangeError);
  });

  it('cover at least what was asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.constantFrom(0.8, 0.95, 0.99),
        (n, p, level) => {
          const { lowerRank, upperRank, coverage } = quantileRanks(n, p, level);
          expect(lowerRank).toBeLessThan(upperRank);
          expect(coverage).toBeGreaterThan(level - 1e-12);
        },
      ),
    );
  });
});

describe('pairedDifference', () => {
  // scipy 1.17, known-answer case stats-paired-t.
  const a = [5.1, 6.3, 4.8, 7.0, 5.9, 6.6, 5.4, 6.1];
  const b = [4.6, 5.5, 4.6, 6.1, 5.6, 5.8, 4.9, 5.7];

  it('gives the mean difference and its half-width', () => {
    const difference = pairedDifference(a, b);
    expect(difference.mean).toBeCloseTo(0.55, 14);
    expect(difference.halfWidth).toBeCloseTo(0.21431227264544603, 10);
    expect(difference.degreesOfFreedom).toBe(7);
  });

  it('has no width for a constant difference, and knows nothing from one pair', () => {
    expect(pairedDifference([2, 4], [1, 3]).halfWidth).toBe(0);
    expect(pairedDifference([2], [1])).toMatchObject({ mean: 1, halfWidth: Infinity });
    expect(meanInterval([]).mean).toBeNaN();
    expect(() => pairedDifference([1], [1, 2])).toThrow(RangeError);
  });
});

describe('Spread', () => {
  it('agrees with two passes, in one go or merged from parts', () => {
    fc.assert(
      fc.property(values, fc.nat(), (list, cut) => {
        const whole = new Spread();
        const [first, second] = [new Spread(), new Spread()];
        list.forEach((value, i) => {
          whole.add(value);
          (i < cut % list.length ? first : second).add(value);
        });
        first.merge(second);
        first.merge(new Spread());
        const middle = mean(list);
        const variance = sum(list.map((value) => (value - middle) ** 2)) / (list.length - 1);
        const size = 1e-9 * (1 + Math.max(...list.map(Math.abs)));
        for (const spread of [whole, first]) {
          expect(spread.count).toBe(list.length);
          expect(Math.abs(spread.mean - middle)).toBeLessThan(size);
          expect(Math.abs(Math.sqrt(spread.variance) - Math.sqrt(variance))).toBeLessThan(size);
          expect([spread.least, spread.most]).toEqual([Math.min(...list), Math.max(...list)]);
        }
      }),
    );
  });

  it('does not lose a small spread on a large mean', () => {
    const spread = new Spread();
    for (const value of [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]) spread.add(value);
    expect(spread.variance).toBe(30);
    expect(spread.standardError).toBeCloseTo(Math.sqrt(7.5), 12);
    expect(new Spread().variance).toBeNaN();
  });
});

describe('varianceSplit', () => {
  it('splits the known-answer case stats-nested-variance', () => {
    const split = varianceSplit([
      [10.2, 9.7, 10.5],
      [12.1, 11.4, 12.6],
      [8.9, 9.3, 8.4],
      [11.0, 10.1, 10.7],
    ]);
    expect(split.grandMean).toBeCloseTo(10.408333333333333, 12);
    expect(split.within).toBeCloseTo(0.235, 12);
    expect(split.between).toBeCloseTo(1.6315740740740734, 12);
    expect(split.naiveBetween).toBeCloseTo(1.7099074074074068, 12);
  });

  it('refuses a nest too small or uneven', () => {
    expect(() => varianceSplit([[1, 2]])).toThrow(RangeError);
    expect(() => varianceSplit([[1], [2]])).toThrow(RangeError);
    expect(() =>
      varianceSplit([
        [1, 2],
        [1, 2, 3],
      ]),
    ).toThrow(RangeError);
  });
});

describe('jackknifeRatio', () => {
  const cut = Float64Array.of(3, 5, 2, 6, 4, 4, 7, 1);
  const begun = Float64Array.of(30, 41, 28, 50, 39, 44, 52, 22);

  it('is the standard error of leaving one out, done the long way', () => {
    const kept = Array.from(cut, (_, i) => {
      const without = (list: Float64Array) => sum(list.filter((_value, j) => j !== i));
      return without(cut) / without(begun);
    });
    const middle = mean(kept);
    const variance = (7 / 8) * sum(kept.map((ratio) => (ratio - middle) ** 2));
    const { estimate, standardError } = jackknifeRatio(cut, begun);
    expect(estimate).toBe(32 / 306);
    expect(standardError).toBeCloseTo(Math.sqrt(variance), 14);
  });

  it('is the standard error of a mean when every denominator is 1', () => {
    const ones = new Float64Array(8).fill(1);
    const spread = new Spread();
    cut.forEach((value) => spread.add(value));
    expect(jackknifeRatio(cut, ones).standardError).toBeCloseTo(spread.standardError, 13);
  });

  it('of a difference cancels what both sides share', () => {
    const same = jackknifeRatioDifference(cut, begun, cut, begun);
    expect(same).toEqual({ estimate: 0, standardError: 0 });
    const ones = new Float64Array(8).fill(1);
    const less = cut.map((value, i) => value - (i % 2));
    const difference = jackknifeRatioDifference(cut, ones, less, ones);
    expect(difference.estimate).toBeCloseTo(0.5, 14);
    const paired = pairedDifference(cut, less);
    expect(difference.standardError).toBeCloseTo(paired.standardError, 13);
  });

  it('says so when it cannot tell', () => {
    expect(jackknifeRatio(Float64Array.of(1), Float64Array.of(2)).standardError).toBeNaN();
    expect(jackknifeRatio(new Float64Array(3), new Float64Array(3)).estimate).toBeNaN();
    expect(() => jackknifeRatio(cut, new Float64Array(3))).toThrow(RangeError);
    const short = new Float64Array(3);
    expect(() => jackknifeRatioDifference(cut, begun, short, short)).toThrow(RangeError);
  });
});
