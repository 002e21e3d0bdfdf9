import { describe, expect, it } from 'vitest';
import { warmUpNotes } from '../../src/lib/comparison/warm-up-notes.ts';
import { armOfRows } from './arm-of-rows.ts';

/**
 * An arm whose number in support was 100 in the half-year that ended a year before the start, and
 * these in the last two halves, replication by replication.
 */
function armThatEndsAt(halves: [number, number][], years = 5) {
  const arm = armOfRows(
    halves.map(() => [0, 0, 0]),
    { warmUpDays: years * 365.25 },
  );
  halves.forEach(([before, last], r) => arm.warmUp.set([100, before, last], r * 3));
  return arm;
}

/** The last half-years alone: the ones before lie half way. */
function lastHalves(...last: number[]): [number, number][] {
  return last.map((value) => [(100 + value) / 2, value]);
}

describe('a warm-up', () => {
  it('that clearly drifts is noted, with how much', () => {
    expect(warmUpNotes(armThatEndsAt(lastHalves(105, 106, 104)))).toEqual([
      'When the model starts, the number of people in support is still rising by about 5% a year: a longer warm-up would settle it.',
    ]);
    expect(warmUpNotes(armThatEndsAt(lastHalves(91, 90, 89)))[0]).toContain(
      'falling by about 10% a year',
    );
  });

  it.each([
    ['drifts within 2%', [101, 102, 101.5]],
    ['drifts with a wide range', [100, 112, 104]],
    ['was seen once', [150]],
    ['was shorter than two years', [NaN, NaN]],
  ])('that %s is not', (_, lastHalf) => {
    expect(warmUpNotes(armThatEndsAt(lastHalves(...lastHalf)))).toEqual([]);
  });

  it('that is short, and steady once it has filled, is not', () => {
    const filled: [number, number][] = [
      [126, 126.2],
      [127, 126.8],
      [125, 125.1],
    ];
    expect(warmUpNotes(armThatEndsAt(filled, 2))).toEqual([]);
  });

  it('that is short and fills still is, with what goes on at its end', () => {
    const filling: [number, number][] = [
      [120, 126],
      [121, 127],
      [119, 125],
    ];
    expect(warmUpNotes(armThatEndsAt(filling, 2))[0]).toContain('rising by about 10% a year');
  });

  it('that goes up and down with the seasons, and drifts none the less, is', () => {
    // Each last half-year is a low one: only the same half a year before tells the drift.
    const seasonal: [number, number][] = [
      [130, 106],
      [131, 107],
      [129, 105],
    ];
    expect(warmUpNotes(armThatEndsAt(seasonal, 6))[0]).toContain('rising by about 6% a year');
  });
});
