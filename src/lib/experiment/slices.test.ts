import { describe, expect, it } from 'vitest';
import { checkpointsOf, sliceReplications } from './slices.ts';

describe('slices of a run', () => {
  it('cut the first ten replications one by one and the rest in tens', () => {
    const slices = sliceReplications(25);
    expect(slices.slice(0, 10)).toEqual([...Array(10).keys()].map((from) => ({ from, count: 1 })));
    expect(slices.slice(10)).toEqual([
      { from: 10, count: 10 },
      { from: 20, count: 5 },
    ]);
  });

  it('are the same at the start of a longer run', () => {
    expect(sliceReplications(200).slice(0, 14)).toEqual(sliceReplications(50));
  });

  it.each([0, -1, 2.5, NaN])('refuse %s replications', (replications) => {
    expect(() => sliceReplications(replications)).toThrow(RangeError);
  });

  it('raise checkpoints to the end of a slice, without repeats and without the last', () => {
    expect(checkpointsOf(sliceReplications(40), [2, 12, 15, 40, 999])).toEqual([2, 20]);
  });
});
