import { describe, expect, it } from 'vitest';
import { sampleQuantile } from './sample-quantile.ts';

describe('the quantile of a sample', () => {
  it('is what definition 7 of Hyndman and Fan says', () => {
    const values = [1, 2, 4, 8, 16];
    expect([0, 0.1, 0.5, 0.9, 1].map((p) => sampleQuantile(values, p))).toEqual([
      1,
      1.4,
      4,
      expect.closeTo(12.8, 12) as number,
      16,
    ]);
  });

  it('is the only value there is, and no number of none', () => {
    expect(sampleQuantile([3], 0.9)).toBe(3);
    expect(sampleQuantile([], 0.5)).toBeNaN();
  });
});
