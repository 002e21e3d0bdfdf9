import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadLabels } from './spread-labels.ts';

describe('labels along an axis', () => {
  it('leaves alone what does not overlap', () => {
    const wanted = [
      { at: 10, size: 10 },
      { at: 50, size: 10 },
    ];
    expect(spreadLabels(wanted, 0, 100)).toEqual([10, 50]);
    expect(spreadLabels([], 0, 100)).toEqual([]);
  });

  it('parts two at one point to either side', () => {
    const wanted = [
      { at: 50, size: 10 },
      { at: 50, size: 10 },
    ];
    expect(spreadLabels(wanted, 0, 100)).toEqual([45, 55]);
  });

  it('keeps inside the bounds', () => {
    expect(spreadLabels([{ at: 0, size: 20 }], 0, 100)).toEqual([10]);
    expect(spreadLabels([{ at: 100, size: 20 }], 0, 100)).toEqual([90]);
  });

  it('never overlaps and never changes the order', () => {
    const wanted = fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 500, noNaN: true }),
        size: fc.double({ min: 1, max: 20, noNaN: true }),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(wanted, (labels) => {
        const middles = spreadLabels(labels, 0, 500);
        const order = labels
          .map((_, index) => index)
          .sort((a, b) => labels[a].at - labels[b].at || a - b);
        order.slice(1).forEach((index, place) => {
          const before = order[place];
          const gap = middles[index] - middles[before];
          expect(gap).toBeGreaterThanOrEqual((labels[index].size + labels[before].size) / 2 - 1e-6);
        });
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
