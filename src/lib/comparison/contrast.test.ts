import { describe, expect, it } from 'vitest';
import type { ArmResult } from '../experiment/merge.ts';
import type { Measure } from '../measures/measure.ts';
import { contrast, type SignedArm } from './contrast.ts';
import { difference, type MeasuredArm } from './difference.ts';

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

/** Values that binary fractions do not hold, as sums of days are. */
const C = arm([
  [12.1, 40.3],
  [9.7, 38.9],
  [15.3, 44.1],
  [11.9, 41.7],
]);

/** The second taken from the first. */
const apart = (plus: MeasuredArm, minus: MeasuredArm): SignedArm[] => [
  { ...plus, sign: 1 },
  { ...minus, sign: -1 },
];

describe('contrast', () => {
  it('is the paired difference where it has two arms, for means and for ratios', () => {
    for (const measure of [MEAN, RATIO]) {
      const mine = { arm: A, measure };
      const theirs = { arm: B, measure };
      const both = contrast(apart(mine, theirs));
      const known = difference(mine, theirs);
      expect(both.value).toBeCloseTo(known.value as number, 10);
      expect(both.low).toBeCloseTo(known.low as number, 10);
      expect(both.high).toBeCloseTo(known.high as number, 10);
    }
  });

  it('adds up what two differences come to', () => {
    const of = (one: ArmResult) => ({ arm: one, measure: MEAN });
    const both = contrast([...apart(of(A), of(C)), ...apart(of(C), of(B))]);
    expect(both.value).toBeCloseTo(difference(of(A), of(B)).value as number, 10);
    expect(both.high).toBeCloseTo(difference(of(A), of(B)).high as number, 10);
  });

  it.each([MEAN, RATIO])(
    'adds exactly nothing where arms have the same bits: $shape',
    (measure) => {
      const [a, b, c] = [A, B, C].map((one) => ({ arm: one, measure }));
      const nothing = { value: 0, low: 0, high: 0 };
      // No effect is assumed: each arm is the same without them, in whichever order they are given.
      for (const other of [a, b]) {
        expect(contrast([...apart(c, c), ...apart(other, other)])).toEqual(nothing);
        expect(contrast([...apart(c, other), ...apart(other, c)])).toEqual(nothing);
      }
    },
  );

  it('cannot tell where an arm has nothing under its ratio, or there is one replication', () => {
    const empty = arm([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    const parts = (one: ArmResult, other: ArmResult) =>
      apart({ arm: one, measure: RATIO }, { arm: other, measure: RATIO });
    expect(contrast(parts(A, empty)).value).toBeNull();
    const single = arm([[1, 2]]);
    expect(contrast(parts(single, single)).value).toBeNull();
  });
});
