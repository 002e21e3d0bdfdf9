import { describe, expect, it } from 'vitest';
import type { ArmResult } from '../experiment/merge.ts';
import type { Measure } from '../measures/measure.ts';
import { contrast } from './contrast.ts';
import { difference } from './difference.ts';

const RATIO: Measure = {
  id: 'cut-short-per-100',
  by: null,
  unit: 'per 100',
  shape: 'ratio',
  numerator: 0,
  denominator: 1,
  scale: 100,
  better: 'lower',
  headline: true,
};
const MEAN: Measure = { ...RATIO, shape: 'mean', denominator: -1, scale: 2 };

function arm(rows: [number, number][]): ArmResult {
  return {
    plan: { totals: 2 },
    totals: Float64Array.from(rows.flat()),
    replications: rows.length,
  } as unknown as ArmResult;
}

const A = arm([
  [12, 40],
  [9, 38],
  [15, 44],
  [11, 41],
]);
const B = arm([
  [8, 40],
  [9, 37],
  [9, 45],
  [7, 42],
]);

describe('contrast', () => {
  it('is the paired difference where it has two arms, for means and for ratios', () => {
    for (const measure of [MEAN, RATIO]) {
      const mine = { arm: A, measure };
      const theirs = { arm: B, measure };
      const both = contrast([
        { ...mine, sign: 1 },
        { ...theirs, sign: -1 },
      ]);
      const known = difference(mine, theirs);
      expect(both.value).toBeCloseTo(known.value as number, 10);
      expect(both.low).toBeCloseTo(known.low as number, 10);
      expect(both.high).toBeCloseTo(known.high as number, 10);
    }
  });

  it('adds nothing where the two differences are the same', () => {
    const parts = [A, B, A, B].map((one, i) => ({
      arm: one,
      measure: RATIO,
      sign: i === 0 || i === 3 ? (1 as const) : (-1 as const),
    }));
    expect(contrast(parts)).toEqual({ value: 0, low: 0, high: 0 });
  });

  it('cannot tell where an arm has nothing under its ratio, or there is one replication', () => {
    const empty = arm([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    const parts = (one: ArmResult, other: ArmResult) => [
      { arm: one, measure: RATIO, sign: 1 as const },
      { arm: other, measure: RATIO, sign: -1 as const },
    ];
    expect(contrast(parts(A, empty)).value).toBeNull();
    const single = arm([[1, 2]]);
    expect(contrast(parts(single, single)).value).toBeNull();
  });
});
