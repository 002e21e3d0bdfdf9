import { describe, expect, it } from 'vitest';
import { fakeRequest, plan, prepareFake } from './fake-arm.ts';
import { mergeSlices } from '../../src/lib/experiment/merge.ts';
import { sliceReplications } from '../../src/lib/experiment/slices.ts';
import { runUnit } from '../../src/lib/experiment/unit.ts';

const request = fakeRequest(['one']);
const [one] = request.arms;
const arm = prepareFake(request, one);
const slices = sliceReplications(45).map((slice) => runUnit(arm, 1, slice, 2));

describe('merging slices', () => {
  it('gives the same bits in whatever order they arrived', () => {
    const inOrder = mergeSlices(one, plan, slices);
    const shuffled = [...slices].sort((a, b) => ((a.from * 7) % 11) - ((b.from * 7) % 11));
    expect(mergeSlices(one, plan, shuffled)).toEqual(inOrder);
    expect(mergeSlices(one, plan, [...slices].reverse())).toEqual(inOrder);
  });

  it('keeps one row of totals for each replication', () => {
    const merged = mergeSlices(one, plan, slices);
    const row = new Float64Array(2);
    arm.run(1, 37, 0, row, 0, new Float64Array(3), new Float64Array(4));
    expect(merged.replications).toBe(45);
    expect(merged.totals).toHaveLength(90);
    expect([...merged.totals.subarray(74, 76)]).toEqual([...row]);
    expect([...merged.warmUp.subarray(111, 114)]).toEqual([37, 38, 39]);
  });

  it('follows people in the first replication alone, and says a note once', () => {
    const merged = mergeSlices(one, plan, slices);
    expect(merged.followed.map(({ person, arrives }) => [person, arrives])).toEqual([
      [1, 0],
      [2, 0],
    ]);
    expect(merged.notes).toEqual(['An odd replication was run.']);
  });

  it('throws when a slice is missing, doubled or of another plan', () => {
    expect(() => mergeSlices(one, plan, slices.slice(1))).toThrow('missing or doubled');
    expect(() => mergeSlices(one, plan, [slices[0], ...slices])).toThrow('missing or doubled');
    const other = { ...slices[0], series: new Float64Array(5) };
    expect(() => mergeSlices(one, plan, [other])).toThrow('5 numbers where the plan has 3');
  });
});
