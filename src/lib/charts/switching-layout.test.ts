import { expect, it } from 'vitest';
import { NARROW, WIDE } from './chart-sizes.ts';
import { layoutSwitching, type SwitchingRow } from './switching-layout.ts';

const row = (more: Partial<SwitchingRow>): SwitchingRow => ({
  ...{ id: 'a', label: 'Chance that funding is renewed', low: 0.4, best: 0.7, high: 0.95 },
  ...{ at: 0.5, side: 'below' },
  words: { low: '40%', best: '70%', high: '95%', at: '50%' },
  ...more,
});

it.each([NARROW, WIDE])(
  'marks the value now and the one it turns at, in their order, at %d',
  (width) => {
    const [below] = layoutSwitching([row({})], width).rows;
    expect(below.turn!.x).toBeLessThan(below.now.x);
    expect(below.other).toEqual({ from: below.from, to: below.turn!.x });
    const [above] = layoutSwitching([row({ at: 0.9, side: 'above' })], width).rows;
    expect(above.turn!.x).toBeGreaterThan(above.now.x);
    expect(above.other!.to).toBe(above.to);
    // Words stay inside, however near the end the mark is.
    expect(above.turn!.textX).toBeLessThanOrEqual(width);
  },
);

it('draws the range alone where it turns nowhere, and rows one under the other', () => {
  const { rows, height } = layoutSwitching([row({ at: null }), row({ id: 'b' })], NARROW);
  expect(rows[0].turn).toBeNull();
  expect(rows[0].other).toBeNull();
  expect(rows[1].y).toBeGreaterThan(rows[0].ends.y);
  expect(height).toBeGreaterThan(rows[1].ends.y);
});
