import { describe, expect, it } from 'vitest';
import type { Estimate } from '$lib/comparison/summary.ts';
import type { Unit } from '$lib/measures/measure.ts';
import { differenceCell, figureCell, rowLabel, signedRangeCell } from './table-cells.ts';
import { tableNumbers, type Spread } from './table-numbers.ts';

const SPEND = { id: 'spend', by: null };

/** Differences of one row with their ranges, as its cells say them. */
function cells(unit: Unit, ...row: [number, number, number][]): string[] {
  const numbers = tableNumbers(unit, row);
  return row.map(([difference, low, high]) =>
    differenceCell({ difference, low, high }, numbers).replace('\n', ' '),
  );
}

describe('money in tables of the command line', () => {
  it('stands in pounds where thousands would make “may be less” into nothing', () => {
    expect(cells('GBP', [2_483, -480, 5_445])).toEqual(['+2,483 (−480 to +5,445)']);
    const numbers = tableNumbers('GBP', [[-423, 2_948]]);
    expect(signedRangeCell({ low: -423, high: 2_948 }, numbers)).toBe('(−423 to +2,948)');
    expect(rowLabel(SPEND, numbers, {})).toMatch(/, pounds$/);
  });

  it('stands in thousands where it is large, with the places that its smallest end needs', () => {
    const row: [number, number, number] = [952_876, 899_722, 1_006_030];
    expect(cells('GBP', row)).toEqual(['+953 (+900 to +1,006)']);
    expect(rowLabel(SPEND, tableNumbers('GBP', [row]), {})).toMatch(/, thousand pounds$/);
    expect(cells('GBP', row, [41_000, -480, 82_000])[1]).toBe('+41.0 (−0.5 to +82.0)');
  });

  it('shows pence where there are no pounds', () => {
    expect(cells('GBP', [0.04, 0.03, 0.05])).toEqual(['+0.04 (+0.03 to +0.05)']);
  });
});

describe('other numbers in tables of the command line', () => {
  const figure = (
    mean: number,
    low: number,
    high: number,
    numbers: Parameters<typeof figureCell>[1],
  ) => figureCell({ mean, low, high } as Estimate, numbers).replace('\n', ' ');

  it('have a digit more than a sentence, and another where that would say nothing', () => {
    expect(cells('per 100', [1.2, -0.3, 2.7])).toEqual(['+1.2 (−0.3 to +2.7)']);
    expect(cells('per 100', [0.31, -0.04, 0.62])).toEqual(['+0.31 (−0.04 to +0.62)']);
    const near = tableNumbers('per 100', [[10.02, 10.01, 10.03]]);
    expect(figure(10.02, 10.01, 10.03, near)).toBe('10.02 (10.01 to 10.03)');
  });

  it('are never nothing where there is something, and nothing where only sums left dust', () => {
    expect(cells('per 100', [0.001, -0.002, 0.004])).toEqual(['+<0.01 (−<0.01 to +<0.01)']);
    expect(cells('per 100', [0, 0, 0])).toEqual(['0.0 (0.0 to 0.0)']);
    expect(cells('per 100', [1e-14, 0, 2e-14])).toEqual(['0.0 (0.0 to 0.0)']);
  });

  it('are said alike in the whole row', () => {
    const row: Spread[] = [
      [9.4, 9.1, 9.7],
      [0.03, 0.01, 0.05],
    ];
    const numbers = tableNumbers('per 100', row);
    expect(figure(9.4, 9.1, 9.7, numbers)).toBe('9.40 (9.10 to 9.70)');
    expect(figure(0.03, 0.01, 0.05, numbers)).toBe('0.03 (0.01 to 0.05)');
  });
});
