import { describe, expect, it } from 'vitest';
import { warmUpNotes } from '../../src/lib/comparison/warm-up-notes.ts';
import { armOfRows } from './arm-of-rows.ts';

/** An arm whose number in support goes from 100 to these, replication by replication. */
function armThatEndsAt(...lastYear: number[]) {
  const arm = armOfRows(lastYear.map(() => [0, 0, 0]));
  lastYear.forEach((value, r) => arm.warmUp.set([100, value], r * 2));
  return arm;
}

describe('a warm-up', () => {
  it('that clearly drifts is noted, with how much', () => {
    expect(warmUpNotes(armThatEndsAt(105, 106, 104))).toEqual([
      'When the model starts, the number of people in support is still rising by about 5% a year: a longer warm-up would settle it.',
    ]);
    expect(warmUpNotes(armThatEndsAt(91, 90, 89))[0]).toContain('falling by about 10% a year');
  });

  it.each([
    ['drifts within 2%', [101, 102, 101.5]],
    ['drifts with a wide range', [100, 112, 104]],
    ['was seen once', [150]],
    ['was shorter than two years', [NaN, NaN]],
  ])('that %s is not', (_, lastYear) => {
    expect(warmUpNotes(armThatEndsAt(...lastYear))).toEqual([]);
  });
});
