import { describe, expect, it } from 'vitest';
import { sharesOfChance } from './share-of-chance.ts';

const split = (within: number, naiveBetween: number) => ({
  ...{ grandMean: 0, within, naiveBetween, between: naiveBetween - within / 2 },
});

describe('the share of a spread that chance may make', () => {
  it('follows the quantiles of Fisher’s F where nothing is cut off', () => {
    // F with 4 and 5 degrees: median 0.9646, 90th percentile 3.5202 (tables); mean squares 100 to 1.
    const shares = sharesOfChance(split(1, 50), 5, 2, 5);
    expect(shares[2]).toBeCloseTo(0.009646, 4);
    expect(shares[4]).toBeCloseTo(0.035202, 4);
  });

  it('does not take a variance estimated at nothing for nothing', () => {
    const shares = sharesOfChance(split(1, 0.4), 40, 2, 5);
    expect([...shares]).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[0]).toBeLessThan(0.85);
    expect(shares[4]).toBeLessThanOrEqual(1);
    expect(shares[4]).toBeGreaterThan(0.95);
  });

  it('is nothing without chance, and all where the means are closer than chance allows', () => {
    expect([...sharesOfChance(split(0, 1), 4, 2, 2)]).toEqual([0, 0]);
    expect([...sharesOfChance(split(1, 0), 4, 2, 2)]).toEqual([1, 1]);
    expect([...sharesOfChance(split(1, 1e-9), 400, 2, 2)]).toEqual([1, 1]);
  });
});
