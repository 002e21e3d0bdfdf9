import { describe, expect, it } from 'vitest';
import { gapDifferences, gapEstimates } from '$lib/comparison/gap.ts';
import type { Gap, Measure } from '$lib/measures/measure.ts';
import { armOfRows } from './arm-of-rows.ts';

const measure = (numerator: number, denominator: number): Measure => ({
  ...{ id: 'wait-mean', by: null, unit: 'days', shape: denominator < 0 ? 'mean' : 'ratio' },
  ...{ numerator, denominator, scale: 1, better: 'lower', headline: false },
});
const gap = (id: Gap['id'], most: Measure, others: Measure): Gap => ({
  ...{ id, by: { kind: 'measure', id: 'wait-mean' }, unit: 'days', most, others },
});
const gaps = [
  gap('deprivation-gap', measure(0, 1), measure(2, 3)),
  gap('deprivation-ratio', measure(0, 1), measure(2, 3)),
];
/** Days waited and people: in the most deprived fifth, elsewhere. */
const now = [
  [40, 2, 10, 1],
  [20, 2, 30, 3],
  [60, 2, 20, 2],
];

describe('a gap by deprivation', () => {
  it('is between totals over totals, with a jackknife over replications', () => {
    const [apart, times] = gapEstimates(armOfRows(now, { gaps }));
    expect(apart.mean).toBeCloseTo(120 / 6 - 60 / 6, 12);
    expect(times.mean).toBeCloseTo(2, 12);
    // Leaving one out: (80/4 - 50/5), (100/4 - 30/3), (60/4 - 40/4).
    const left = [10, 15, 5];
    const error = Math.sqrt((2 / 3) * left.reduce((sum, one) => sum + (one - 10) ** 2, 0));
    expect(apart.high as number).toBeCloseTo(10 + 4.302652729696142 * error, 6);
    expect(apart.low as number).toBeCloseTo(10 - 4.302652729696142 * error, 6);
  });

  it('does not differ from itself, and cannot be told where nobody is', () => {
    const arm = armOfRows(now, { gaps });
    const [same] = gapDifferences({ scenario: arm, baseline: arm, withoutEffects: null });
    expect([same.difference, same.low, same.high]).toEqual([0, 0, 0]);
    expect([same.contractDatesAlone, same.shareBetter]).toEqual([null, null]);
    const nobody = now.map(([days, people]) => [days, people, 0, 0]);
    expect(gapEstimates(armOfRows(nobody, { gaps }))[0].mean).toBeNull();
  });

  it('differs by the same replications of both', () => {
    const later = now.map(([a, b, c, d]) => [a + b, b, c, d]);
    const [scenario, baseline] = [later, now].map((rows) => armOfRows(rows, { gaps }));
    const [apart] = gapDifferences({
      ...{ scenario, baseline },
      withoutEffects: { scenario: baseline, baseline },
    });
    // A day more for everybody in the most deprived fifth, in every replication.
    expect(apart.difference).toBeCloseTo(1, 12);
    expect(apart.low as number).toBeCloseTo(1, 9);
    expect(apart.contractDatesAlone?.difference).toBe(0);
    expect(apart.assumedEffects?.difference).toBeCloseTo(1, 12);
    // Effects that nobody assumes add exactly nothing.
    const effects = gapDifferences({
      ...{ scenario, baseline },
      withoutEffects: { scenario: { ...scenario }, baseline: { ...baseline } },
    }).map(({ assumedEffects }) => assumedEffects);
    expect(effects).toEqual(gaps.map(() => ({ difference: 0, low: 0, high: 0 })));
    expect(apart.changesDatesAlone).toBeUndefined();
    const [marked] = gapDifferences({
      ...{ baseline, withoutEffects: null },
      scenario: { ...scenario, changes: [{ set: 'contracts.*.term', to: '60 months' }] },
    });
    expect(marked.changesDatesAlone).toBe(true);
  });
});
