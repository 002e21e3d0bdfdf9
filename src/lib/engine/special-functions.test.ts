import { describe, expect, it } from 'vitest';
import {
  betaInverse,
  betaShare,
  gammaInverse,
  gammaShare,
  studentInverse,
} from './special-functions.ts';

// Expected values were computed with mpmath 1.3 by bisection at 120 bits.
describe('gammaInverse', () => {
  it.each([
    [0.5, 2, 1.6783469900166605],
    [0.1, 0.5, 0.007895387046715613],
    [1e-10, 0.3, 3.2364402266035518e-34],
    [1e-12, 2, 1.4142142290401938e-6],
    [0.999999, 2, 16.68842079082944],
    [0.3, 9.9, 8.041417325810995],
    [0.7, 10.1, 11.495681239273493],
    [0.025, 150, 126.95616130124486],
    [0.975, 150, 174.93723441495763],
    [0.5, 10000, 9999.666668642047],
    [0.99, 1, 4.605170185988091],
    [0.01, 0.05, 5.844632057286532e-41],
    [0.9999, 0.05, 4.624100822100499],
    [2 ** -53, 3, 8.733495650441965e-6],
    [1 - 2 ** -53, 3, 43.641482091150294],
  ])('at %d for shape %d is %d to 1e-11', (u, shape, truth) => {
    expect(Math.abs(gammaInverse(u, shape) / truth - 1)).toBeLessThan(1e-11);
  });

  it('undoes gammaShare and rises', () => {
    for (const shape of [0.02, 0.7, 1, 3.3, 40, 2000]) {
      let before = 0;
      for (let i = 1; i < 200; i++) {
        const x = gammaInverse(i / 200, shape);
        expect(x).toBeGreaterThan(before);
        expect(gammaShare(shape, x, false)).toBeCloseTo(i / 200, 11);
        expect(gammaShare(shape, x, true)).toBeCloseTo(1 - i / 200, 11);
        before = x;
      }
    }
  });

  it('has its ends at 0 and infinity', () => {
    expect([gammaInverse(0, 2), gammaInverse(1, 2), gammaInverse(1.1, 2)]).toEqual([
      0,
      Infinity,
      NaN,
    ]);
    expect([gammaShare(2, 0, false), gammaShare(2, Infinity, true)]).toEqual([0, 0]);
  });
});

describe('betaInverse', () => {
  it.each([
    [0.5, 2, 3, 0.38572756813238956],
    [0.1, 1.5, 4.5, 0.05980865685524751],
    [0.9, 4, 2, 0.8877650414541415],
    [1e-6, 3, 3, 0.004652416361586582],
    [0.99999, 5, 1, 0.999997999992],
    [0.3, 1, 1, 0.3],
    [0.5, 0.5, 0.5, 0.5],
    [0.2, 40, 30, 0.5218022340519936],
  ])('at %d for a %d, b %d is %d to 1e-11', (u, a, b, truth) => {
    const x = betaInverse(u, a, b);
    expect(Math.abs(x / truth - 1)).toBeLessThan(1e-11);
    expect(betaShare(a, b, x, 1 - x)).toBeCloseTo(u, 10);
  });
});

describe('studentInverse', () => {
  it('is the tangent for one degree of freedom and a root for two', () => {
    for (const inside of [1e-9, 0.01, 0.3, 0.5, 0.7, 0.95, 0.9999]) {
      const cauchy = Math.tan((Math.PI * inside) / 2);
      const two = inside * Math.sqrt(2 / (1 - inside ** 2));
      expect(studentInverse(inside, 1 - inside, 1) / cauchy).toBeCloseTo(1, 11);
      expect(studentInverse(inside, 1 - inside, 2) / two).toBeCloseTo(1, 11);
    }
  });
});
