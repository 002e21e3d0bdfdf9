import { describe, expect, it } from 'vitest';
import { apart, twoByTwo } from './rounding.ts';

/** A tenth ten times: 1 but for its last bit. */
const nearlyOne = Array.from({ length: 10 }, () => 0.1).reduce((sum, one) => sum + one, 0);

describe('apart', () => {
  it('is exactly 0 where two sums differ in how they were rounded', () => {
    expect(nearlyOne).not.toBe(1);
    expect(apart(nearlyOne, 1)).toBe(0);
    expect(apart(-nearlyOne, -1)).toBe(0);
    expect(apart(1e12 * nearlyOne, 1e12)).toBe(0);
  });

  it('is the difference where there is one, however small the two are', () => {
    expect(apart(5, 3)).toBe(2);
    expect(apart(1 + 1e-6, 1)).toBe(1 + 1e-6 - 1);
    expect(apart(0, 1e-30)).toBe(-1e-30);
    expect(apart(NaN, 1)).toBeNaN();
  });
});

describe('a sum two by two', () => {
  it('is exactly 0 where rounding alone is left, beside what the largest holds', () => {
    expect(twoByTwo([nearlyOne, -1])).toBe(0);
    // A difference of two differences: each is large beside what rounding leaves of both.
    expect(twoByTwo([185_000.1, -184_000.2, 184_000.3, -185_000.2])).toBe(0);
    expect(twoByTwo([5, -3, 1, -2])).toBe(1);
    expect(twoByTwo([5, -3, NaN, -2])).toBeNaN();
  });
});
