import { describe, expect, it } from 'vitest';
import { compareArms } from '../../src/lib/comparison/compare-arms.ts';
import {
  difference,
  howOftenBetter,
  type MeasuredArm,
} from '../../src/lib/comparison/difference.ts';
import { contrast } from '../../src/lib/comparison/contrast.ts';
import { estimate } from '../../src/lib/comparison/estimate.ts';
import { futuresApart } from '../../src/lib/comparison/futures.ts';
import type { ArmResult } from '../../src/lib/experiment/merge.ts';
import type { Measure } from '../../src/lib/measures/measure.ts';
import { armOfRows, shares, waits } from './arm-of-rows.ts';

/** Pairs whose paired-t interval was worked out with another tool. */
const A = [5.1, 6.3, 4.8, 7.0, 5.9, 6.6, 5.4, 6.1];
const B = [4.6, 5.5, 4.6, 6.1, 5.6, 5.8, 4.9, 5.7];
const armA = armOfRows(A.map((value) => [value, 0, 0]));
const armB = armOfRows(B.map((value) => [value, 0, 0]));

/** Two replications: 1 of 4 and 5 of 8; together 6 of 12. */
const half = armOfRows([
  [0, 1, 4],
  [0, 5, 8],
]);
const quarter = armOfRows([
  [0, 1, 8],
  [0, 2, 4],
]);
const empty = armOfRows([
  [0, 0, 0],
  [0, 0, 0],
]);

const twentyOf = (value: number) =>
  armOfRows(Array.from({ length: 20 }, (_, r) => [value * (r + 1), 0, 0]));

describe('an estimate', () => {
  it('of a mean has the t interval of its replications', () => {
    // Mean 5.9, squares about it 4, t(7) = 2.364624...
    const { mean, low, high } = estimate(armA, waits);
    expect(mean).toBeCloseTo(5.9, 12);
    expect(high! - mean!).toBeCloseTo((2.364624251592785 * Math.sqrt(4 / 7)) / Math.sqrt(8), 9);
    expect(mean! - low!).toBeCloseTo(high! - mean!, 12);
  });

  it('of a ratio is the total over the total, not the mean of ratios', () => {
    const { mean, low, high } = estimate(half, shares);
    expect(mean).toBe(50);
    // Left out in turn: 5/8 and 1/4; jackknife error 0.1875; t(1) = 12.706...
    const plain = estimate(half, { ...shares, unit: 'GBP' });
    expect(plain.high! - 50).toBeCloseTo(100 * 0.1875 * 12.706204736174694, 6);
    expect(50 - plain.low!).toBeCloseTo(plain.high! - 50, 9);
    // No more than all of them, and no fewer than none.
    expect([low, high]).toEqual([0, 100]);
  });

  it('cannot tell a ratio with nothing under it', () => {
    expect(estimate(empty, shares)).toMatchObject({ mean: null, low: null, high: null });
  });

  it('has no interval with one replication', () => {
    const one = armOfRows([[3, 1, 4]]);
    expect(estimate(one, waits)).toMatchObject({ mean: 3, low: null, high: null });
    expect(estimate(one, shares)).toMatchObject({ mean: 25, low: null, high: null });
  });

  it('scales value and interval alike', () => {
    const weeks: Measure = { ...waits, scale: 1 / 7 };
    expect(estimate(armA, weeks).high).toBeCloseTo(estimate(armA, waits).high! / 7, 12);
  });
});

describe('a difference', () => {
  const of = (measure: Measure, mine = armA, theirs = armB) =>
    [
      { arm: mine, measure },
      { arm: theirs, measure },
    ] as const;

  /** The difference and, added to it, the same once more. */
  const twice = (a: MeasuredArm, b: MeasuredArm) => [
    ...[{ ...a, sign: 1 } as const, { ...b, sign: -1 } as const],
    ...[{ ...b, sign: -1 } as const, { ...a, sign: 1 } as const],
  ];

  it('of means is taken pair by pair', () => {
    const { value, low, high } = difference(...of(waits));
    expect(value).toBeCloseTo(0.55, 9);
    expect(high! - value!).toBeCloseTo(0.21431227264544603, 9);
    expect(value! - low!).toBeCloseTo(0.21431227264544603, 9);
  });

  it('of ratios leaves the same replication out of both', () => {
    const { value, high } = difference(...of(shares, half, quarter));
    expect(value).toBeCloseTo(25, 12);
    // Left out in turn: 5/8 - 2/4 = 1/8 and 1/4 - 1/8 = 1/8: no spread at all.
    expect(high).toBeCloseTo(25, 9);
  });

  it('of an arm from itself is exactly nothing', () => {
    expect(difference(...of(waits, armA, armA))).toEqual({ value: 0, low: 0, high: 0 });
    expect(difference(...of(shares, half, half))).toEqual({ value: 0, low: 0, high: 0 });
  });

  it('is exactly nothing where the two were rounded in another way', () => {
    // The same pounds added up in another order: thirds and tenths do not add up to the last bit.
    const parts = [45_000 / 3, 45_000 / 7, 4_500.1, 0.3];
    const forth = parts.reduce((sum, one) => sum + one, 0);
    const back = [...parts].reverse().reduce((sum, one) => sum + one, 0);
    expect(forth).not.toBe(back);
    const [mine, theirs] = [forth, back].map((pounds) =>
      armOfRows([1, 2, 3].map((times) => [pounds * times, pounds * times, 7])),
    );
    const pounds: Measure = { ...waits, unit: 'GBP', better: 'lower' };
    const nothing = { value: 0, low: 0, high: 0 };
    expect(difference(...of(pounds, mine, theirs))).toEqual(nothing);
    expect(difference(...of({ ...shares, unit: 'GBP each' }, mine, theirs))).toEqual(nothing);
    const [a, b] = of(pounds, mine, theirs);
    expect(howOftenBetter(a, b)).toEqual({ shareBetter: 0.5 });
    expect(contrast(twice(a, b))).toEqual(nothing);
    expect(futuresApart(...of(pounds, twentyOf(forth), twentyOf(back)))).toEqual(Array(20).fill(0));
    // A penny in twenty thousand pounds is a difference.
    const more = armOfRows([1, 2, 3].map((times) => [forth * times + 0.01, 1, 7]));
    expect(difference(...of(pounds, more, theirs)).low).toBeGreaterThan(0);
  });

  it('of shares is no more than 100 of 100', () => {
    // 1 of 1 and 0 of 1 against 0 of 1 and 1 of 2: t with one degree makes the range very wide.
    const mine = armOfRows([
      [0, 1, 1],
      [0, 0, 1],
    ]);
    const theirs = armOfRows([
      [0, 0, 1],
      [0, 1, 2],
    ]);
    const found = difference(...of(shares, mine, theirs));
    expect(found.value).toBeCloseTo(100 * (1 / 2 - 1 / 3), 12);
    expect([found.low, found.high]).toEqual([-100, 100]);
    // Other than shares, differences lie wherever they do.
    const wide = difference(...of({ ...shares, unit: 'GBP each' }, mine, theirs));
    expect(wide.high).toBeGreaterThan(100);
    const occupancy: Measure = { ...shares, id: 'occupancy', unit: 'per cent' };
    expect(difference(...of(occupancy, mine, theirs)).high).toBeGreaterThan(100);
    // What an effect adds is a difference of two such differences.
    const [a, b] = of(shares, mine, theirs);
    const adds = contrast(twice(a, b));
    expect([adds.low, adds.high]).toEqual([-200, 200]);
  });

  it('cannot be told from nothing or from one future', () => {
    const nothing = { value: null, low: null, high: null };
    expect(difference(...of(shares, half, empty))).toEqual(nothing);
    expect(difference(...of(waits, armOfRows([[1, 1, 1]]), armOfRows([[2, 1, 1]])))).toEqual(
      nothing,
    );
  });
});

describe('how often a scenario does better', () => {
  const share = (mine: number[], theirs: number[], better: Measure['better'] = 'higher') => {
    const measure = { ...waits, better };
    const arm = (values: number[]) => armOfRows(values.map((value) => [value, 0, 0]));
    return howOftenBetter({ arm: arm(mine), measure }, { arm: arm(theirs), measure }).shareBetter;
  };

  it('counts futures, ties as halves', () => {
    expect(share([1, 2, 3, 4], [0, 2, 4, 3])).toBe(2.5 / 4);
    expect(share([1, 2, 3, 4], [0, 2, 4, 3], 'lower')).toBe(1.5 / 4);
    expect(share([1, 1], [1, 1])).toBe(0.5);
  });

  it('says nothing where neither more nor less is better, or of one future', () => {
    expect(share([1, 2], [2, 1], 'neither')).toBeNull();
    expect(share([1], [2])).toBeNull();
  });

  it('leaves out futures in which a ratio has nothing under it', () => {
    const mine = armOfRows([
      [0, 1, 2],
      [0, 1, 0],
      [0, 0, 4],
    ]);
    const theirs = armOfRows([
      [0, 0, 2],
      [0, 0, 2],
      [0, 1, 4],
    ]);
    const higher: Measure = { ...shares, better: 'higher' };
    const often = (one: ArmResult, other: ArmResult) =>
      howOftenBetter({ arm: one, measure: higher }, { arm: other, measure: higher });
    // One better, one worse, and one of which nothing can be told: one of the two that can be.
    expect(often(mine, theirs)).toEqual({ shareBetter: 0.5, runsTold: 2 });
    expect(often(theirs, theirs)).toEqual({ shareBetter: 0.5 });
    expect(often(empty, empty)).toEqual({ shareBetter: null });
  });

  it('says nothing where the difference has no range', () => {
    // Only the first run has anybody: left out, there is no share to be told.
    const [mine, theirs] = [
      [
        [0, 1, 4],
        [0, 0, 0],
        [0, 0, 0],
      ],
      [
        [0, 2, 4],
        [0, 1, 4],
        [0, 1, 4],
      ],
    ].map((rows) => armOfRows(rows, { measures: [{ ...shares, better: 'lower' }] }));
    const [found] = compareArms({ scenario: mine, baseline: theirs, withoutEffects: null });
    expect(found).toMatchObject({ low: null, high: null, shareBetter: null });
    expect(found.runsTold).toBeUndefined();
  });
});

describe('comparing two arms', () => {
  it('finds the same measure wherever it stands in the other plan', () => {
    const at = (by: Measure['by'], numerator: number): Measure => ({ ...waits, by, numerator });
    const girvan = { kind: 'locality' as const, id: 'girvan' };
    const within = { ...girvan, within: { kind: 'service' as const, id: 'roads' } };
    const rows = [
      [1, 10, 100],
      [2, 20, 200],
    ];
    const scenario = armOfRows(rows, { measures: [at(null, 0), at(girvan, 1), at(within, 2)] });
    const baseline = armOfRows(rows, { measures: [at(girvan, 2), at(null, 0)] });
    const differences = compareArms({ scenario, baseline, withoutEffects: null });
    expect(differences.map(({ by, difference }) => [by, difference])).toEqual([
      [null, 0],
      [girvan, -135],
    ]);
  });

  it('says how much contract dates alone make, from the arms without effects', () => {
    const plus = (by: number) => armOfRows(A.map((value, i) => [value + by * (i + 1), 0, 0]));
    const withoutEffects = { scenario: plus(0.1), baseline: armA };
    const [found] = compareArms({ scenario: plus(1), baseline: armA, withoutEffects });
    expect(found.difference).toBeCloseTo(4.5, 9);
    expect(found.contractDatesAlone?.difference).toBeCloseTo(0.45, 9);
    expect(found.shareBetter).toBe(0);
    expect(found.headline).toBe(true);
    const [alone] = compareArms({ scenario: plus(1), baseline: armA, withoutEffects: null });
    expect(alone.contractDatesAlone).toBeNull();
  });

  it('marks what differs in contract dates alone', () => {
    const changed = (...changes: ArmResult['changes']) => ({ ...armA, changes });
    const term = { set: 'contracts.*.term', to: '60 months' };
    const posts = { set: 'services.hub.roles.worker.posts', to: 4.5 };
    const marked = (scenario: ArmResult) =>
      compareArms({ scenario, baseline: armA, withoutEffects: null })[0].changesDatesAlone;
    expect(marked(changed(term))).toBe(true);
    expect(marked(changed(term, posts))).toBeUndefined();
  });
});
