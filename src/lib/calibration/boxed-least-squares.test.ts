import { describe, expect, it } from 'vitest';
import { boxedLeastSquares } from './boxed-least-squares.ts';

const given = {
  errors: [2, -1],
  slopes: [
    [1, 0.5],
    [0.5, 2],
  ],
  place: [0, 0],
  pull: 0,
  low: [-10, -10],
  high: [10, 10],
};

describe('boxedLeastSquares', () => {
  it('solves what has an answer within the box', () => {
    const [x, y] = boxedLeastSquares(given);
    // x + y/2 = -2 and x/2 + 2y = 1.
    expect(x).toBeCloseTo(-18 / 7, 8);
    expect(y).toBeCloseTo(8 / 7, 8);
  });

  it('goes to the end of the box that is best, the others fitted to it', () => {
    const [x, y] = boxedLeastSquares({ ...given, low: [-1, -10] });
    expect(x).toBe(-1);
    // d/dy of (2 - 1 + y/2)² + (-1 - 1/2 + 2y)² is nothing.
    expect(y).toBeCloseTo((1.5 * 2 - 1 * 0.5) / (0.25 + 4), 8);
  });

  it('is drawn back where nothing tells', () => {
    const step = boxedLeastSquares({
      ...given,
      slopes: [
        [0, 0],
        [0, 0],
      ],
      place: [0.7, -0.2],
      pull: 1e-3,
    });
    expect(step[0]).toBeCloseTo(-0.7, 8);
    expect(step[1]).toBeCloseTo(0.2, 8);
  });
});
