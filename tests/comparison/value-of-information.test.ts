import { describe, expect, it } from 'vitest';
import { findSwitch } from '../../src/lib/comparison/find-switch.ts';
import {
  worthOfAllFigures,
  worthOfFigure,
  type Gains,
} from '../../src/lib/comparison/value-of-information.ts';
import { normalQuantile } from '../../src/lib/engine/elementary.ts';
import { Draws } from '../../src/lib/engine/random.ts';
import { mean } from '../../src/lib/engine/sum.ts';

/**
 * A toy with a linear response: gain = m + a X + b Y + chance, X and Y normal.
 * Knowing all of a normal gain with mean m and deviation s is worth
 * s φ(m/s) − |m| Φ(−|m|/s); knowing X alone is the same with s = a.
 */
const [M, A, B] = [0.5, 2, 1];
const n = 20_000;
const draws = new Draws(9, 0);
const u = [1, 2, 3].map((stream) =>
  Float64Array.from({ length: n }, (_, i) => draws.uniform(i, stream)),
);
const all = u[0].map((x, i) => M + A * normalQuantile(x) + B * normalQuantile(u[1][i]));

/** Gains that are known for sure, draw by draw: no chance, and a mean that is theirs. */
function certain(values: ArrayLike<number>): Gains {
  const centre = mean(values);
  return {
    ...{ centres: [centre], kept: [1] },
    apart: Float64Array.from(values, (value) => value - centre),
  };
}

const gains = certain(all);

/** Unit normal loss by numbers from tables: L(z) = φ(z) − z (1 − Φ(z)). */
const LOSS = { 0.25: 0.2863, 0.2236: 0.2969, 0.5: 0.1978 };

describe('the value of information in a toy with a linear response', () => {
  it('is that of the normal loss function for all figures, and for each by itself', () => {
    const deviation = Math.sqrt(A * A + B * B);
    expect(Math.abs(worthOfAllFigures(gains) - deviation * LOSS[0.2236])).toBeLessThan(0.02);
    expect(Math.abs(worthOfFigure(u[0], gains)! - A * LOSS[0.25])).toBeLessThan(0.02);
    expect(Math.abs(worthOfFigure(u[1], gains)! - B * LOSS[0.5])).toBeLessThan(0.02);
  });

  it('takes out the luck of single futures', () => {
    const noisy = certain(all.map((gain, i) => gain + 5 * normalQuantile(u[2][i])));
    expect(Math.abs(worthOfFigure(u[0], noisy)! - A * LOSS[0.25])).toBeLessThan(0.05);
    expect(worthOfFigure(u[2], gains)!).toBeLessThan(0.01);
  });

  it('is nothing where no figure changes which is better', () => {
    expect(worthOfAllFigures(certain([1, 2, 0.5]))).toBe(0);
    expect(worthOfAllFigures(certain([-1, -2, -0.5]))).toBe(0);
    expect(worthOfAllFigures(certain([-1, 1]))).toBe(0.5);
  });

  it('is told alike of one figure and of all, and of one is never more than of all', () => {
    // The mean may lie on either side: each place counts by itself, for one figure as for all.
    const apart = Float64Array.from(u[0].subarray(0, 200), (x) => A * normalQuantile(x));
    const unsure = { centres: [-1, 1], apart, kept: [1] };
    const alone = [-1, 1].map((centre) => worthOfAllFigures({ ...unsure, centres: [centre] }));
    expect(worthOfAllFigures(unsure)).toBeCloseTo((alone[0] + alone[1]) / 2, 12);
    const first = u[0].subarray(0, 200);
    expect(worthOfFigure(first, unsure)!).toBeCloseTo(worthOfAllFigures(unsure), 9);
    // Of so few draws the fit passes what is left of the spread once chance is taken out.
    const mostly = { centres: [0], apart: apart.subarray(0, 20), kept: [0.3] };
    expect(worthOfFigure(u[0].subarray(0, 20), mostly)!).toBe(worthOfAllFigures(mostly));
  });
});

describe('a switching value', () => {
  it('is found in a few steps where the difference is straight, curved or a step', async () => {
    const at = async (f: (q: number) => number, steps: number) => {
      let evaluations = 0;
      const evaluate = (quantile: number) => {
        evaluations += 1;
        return Promise.resolve(f(quantile));
      };
      const [from, to] = [0.1, 0.9].map((quantile) => ({ quantile, difference: f(quantile) }));
      const found = (await findSwitch(evaluate, from, to, steps))!;
      expect(evaluations).toBeLessThanOrEqual(steps);
      expect(found.from.quantile).toBeLessThanOrEqual(found.quantile);
      expect(found.to.quantile).toBeGreaterThanOrEqual(found.quantile);
      return found.quantile;
    };
    expect(await at((q) => 3 * q - 1, 0)).toBeCloseTo(1 / 3, 12);
    expect(await at((q) => q * q * q - 0.125, 6)).toBeCloseTo(0.5, 2);
    expect(await at((q) => 0.125 - q * q * q, 6)).toBeCloseTo(0.5, 2);
    expect(Math.abs((await at((q) => (q < 0.7 ? -1 : 1), 6)) - 0.7)).toBeLessThan(0.05);
    expect(await at((q) => q - 0.1, 4)).toBeCloseTo(0.1, 12);
  });

  it('is not told where a difference on the way cannot be', async () => {
    const [from, to] = [
      { quantile: 0.1, difference: -1 },
      { quantile: 0.9, difference: 1 },
    ];
    expect(await findSwitch(() => Promise.resolve(null), from, to, 4)).toBeNull();
  });

  it('is the same for a difference of the other sign, a stretch of nothing included', async () => {
    const at = async (sign: 1 | -1) => {
      const f = (q: number) => sign * (q < 0.4 ? -1 : q > 0.6 ? 1 : 0);
      const [from, to] = [0.1, 0.9].map((quantile) => ({ quantile, difference: f(quantile) }));
      const found = (await findSwitch((quantile) => Promise.resolve(f(quantile)), from, to, 4))!;
      return [found.quantile, found.from.quantile, found.to.quantile];
    };
    expect(await at(-1)).toEqual(await at(1));
  });
});
