import { describe, expect, test } from 'vitest';
import type { Difference, Summary } from './summary.ts';
import { weightedOrder, type WeighedGroup } from './weighted-order.ts';

function difference(
  id: string,
  better: Difference['better'],
  value: number | null,
  half = 0,
): Difference {
  return {
    ...{ id, by: null, unit: 'per 100', difference: value, headline: true, better },
    low: value === null ? null : value - half,
    high: value === null ? null : value + half,
    ...{ shareBetter: null, contractDatesAlone: null, assumedEffects: null },
  };
}

function summaryOf(scenarios: Record<string, Difference[]>): Pick<Summary, 'comparisons'> {
  return {
    comparisons: Object.entries(scenarios).map(([scenario, differences]) => ({
      ...{ scenario, baseline: 'now', differences },
    })),
  };
}

const groups = (keeping: number, waiting: number): WeighedGroup[] => [
  { id: 'keeping', weight: keeping, measures: [{ id: 'cut', by: null }] },
  { id: 'waiting', weight: waiting, measures: [{ id: 'wait', by: null }] },
];

const two = summaryOf({
  long: [difference('cut', 'lower', -4, 0.5), difference('wait', 'lower', 1, 0.5)],
  short: [difference('cut', 'lower', -1, 0.5), difference('wait', 'lower', -1, 0.5)],
});

const order = (scores: ReturnType<typeof weightedOrder>) => scores.map(({ scenario }) => scenario);

describe('an order by what matters to a reader', () => {
  test('counts signed differences over the widest gap, by weight', () => {
    const [first, second] = weightedOrder(two, groups(3, 1));
    expect([first.scenario, second.scenario]).toEqual(['long', 'short']);
    // Cut short: gap 4, so 1 and 1/4; waiting: gap 2, so -1/2 and 1/2.
    expect(first.value).toBeCloseTo(100 * (0.75 * 1 + 0.25 * -0.5));
    expect(second.value).toBeCloseTo(100 * (0.75 * 0.25 + 0.25 * 0.5));
    expect(first.parts).toEqual([
      { group: 'keeping', value: 75, measures: 1 },
      { group: 'waiting', value: -12.5, measures: 1 },
    ]);
    expect(first.low).toBeCloseTo(100 * (0.75 * (3.5 / 4) + 0.25 * (-1.5 / 2)));
    expect(first.high).toBeCloseTo(100 * (0.75 * (4.5 / 4) + 0.25 * (-0.5 / 2)));
  });

  test('turns round with the weights', () => {
    expect(order(weightedOrder(two, groups(1, 0)))).toEqual(['long', 'short']);
    expect(order(weightedOrder(two, groups(0, 1)))).toEqual(['short', 'long']);
  });

  test('is the same whatever all the weights are multiplied by', () => {
    expect(weightedOrder(two, groups(2, 4))).toEqual(weightedOrder(two, groups(1, 2)));
  });

  test('is none without weights', () => expect(weightedOrder(two, groups(0, 0))).toEqual([]));

  test('says where two neighbours could be the other way round', () => {
    expect(weightedOrder(two, groups(1, 0)).map(({ couldBeLuck }) => couldBeLuck)).toEqual([
      false,
      false,
    ]);
    const near = summaryOf({
      a: [difference('cut', 'lower', -4, 1), difference('wait', 'lower', 0)],
      b: [difference('cut', 'lower', -3, 1), difference('wait', 'lower', 0)],
    });
    expect(weightedOrder(near, groups(1, 0))[0].couldBeLuck).toBe(true);
  });

  test('counts nothing in which no scenario differs clearly, and says so', () => {
    const unclear = summaryOf({
      a: [difference('cut', 'lower', -4, 1), difference('wait', 'lower', -9, 10)],
      b: [difference('cut', 'lower', -3, 1), difference('wait', 'lower', 9, 10)],
    });
    const [first] = weightedOrder(unclear, groups(1, 1));
    expect(first.parts[1]).toEqual({ group: 'waiting', value: 0, measures: 0 });
    expect(first.value).toBe(50);
  });

  test('counts no measure of which neither way is better, or that one of them lacks', () => {
    const odd = summaryOf({
      a: [difference('cut', 'neither', -4), difference('wait', 'lower', -1)],
      b: [difference('cut', 'neither', -3), difference('wait', 'lower', null)],
    });
    expect(weightedOrder(odd, groups(1, 1)).map(({ value }) => value)).toEqual([0, 0]);
  });
});
