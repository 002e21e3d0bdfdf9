import { expect, it } from 'vitest';
import { gapChange, signOf, type GapChange } from './gap-change.ts';
import type { Difference } from './summary.ts';

const range = (low: number, high: number) => ({ mean: (low + high) / 2, low, high });

function apart(low: number | null, high: number | null): Difference {
  return {
    ...{ id: 'deprivation-gap', by: null, unit: 'per 100', low, high, shareBetter: null },
    difference: low === null || high === null ? null : (low + high) / 2,
    ...{ contractDatesAlone: null, assumedEffects: null, headline: false, better: 'neither' },
  };
}

type Ends = [number, number];

it.each<[GapChange, Ends, Ends, [number | null, number | null]]>([
  ['widens', [2, 4], [4, 6], [1, 3]],
  ['widens', [-4, -2], [-6, -4], [-3, -1]],
  ['narrows', [2, 4], [0.5, 2], [-3, -1]],
  ['narrows', [2, 4], [-1, 1], [-4, -2]],
  ['closes over', [2, 4], [-3, -1], [-6, -4]],
  ['opens', [-1, 1], [1, 3], [1, 3]],
  ['no clear difference', [-1, 1], [-0.5, 2], [0.2, 1]],
  ['no clear difference', [2, 4], [2, 5], [-0.1, 1]],
  ['cannot tell', [2, 4], [2, 5], [null, null]],
])('says of a gap that it %s', (change, now, then, [low, high]) => {
  expect(gapChange(range(...now), range(...then), apart(low, high))).toBe(change);
});

it('cannot tell without a comparison', () => {
  expect(gapChange(range(1, 2), range(2, 3), null)).toBe('cannot tell');
  expect([signOf(range(1, 2)), signOf(range(-2, -1)), signOf(range(0, 1))]).toEqual([1, -1, 0]);
});
