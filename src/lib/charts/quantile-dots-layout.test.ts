import { describe, expect, it } from 'vitest';
import { NARROW, WIDE } from './chart-sizes.ts';
import { layoutQuantileDots, type QuantileDotsInput } from './quantile-dots-layout.ts';

const row = (id: string, futures: number[]) => ({
  id,
  label: `A scenario with a long title, ${id}`,
  says: '18 of 20 futures: between 2 and 30 days',
  futures,
  series: 0,
  baseline: false,
});
const spread = Array.from({ length: 20 }, (_, i) => i * i * 0.1);
const split = { at: 0, label: 'as it is now', better: 'lower' as const };

describe.each([NARROW, WIDE])('dots of single futures at %d', (width) => {
  const draw = (input: QuantileDotsInput) => layoutQuantileDots(input, 'days', width);

  it('are all there, none over another, all inside', () => {
    const { rows, radius } = draw({ rows: [row('a', spread)], unit: 'days', split: null });
    const { dots } = rows[0];
    expect(dots).toHaveLength(20);
    dots.forEach((a, i) => {
      expect(a.cx - radius).toBeGreaterThanOrEqual(0);
      expect(a.cx + radius).toBeLessThanOrEqual(width);
      dots.slice(i + 1).forEach((b) => {
        expect(Math.hypot(a.cx - b.cx, a.cy - b.cy)).toBeGreaterThan(2 * radius);
      });
    });
  });

  it('become smaller rather than a tower', () => {
    const futures = Array.from({ length: 20 }, () => 5);
    const { rows } = draw({ rows: [row('a', futures)], unit: 'days', split: null });
    const heights = rows[0].dots.map(({ cy }) => cy);
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThanOrEqual(100);
    expect(Math.min(...heights)).toBeGreaterThan(rows[0].y);
  });

  it('stand on their own side of what parts them, open where nothing is gained', () => {
    for (const better of ['lower', 'higher'] as const) {
      const values = [-3, -0.01, 0, 0, 0.01, 4];
      const layout = draw({ rows: [row('a', values)], unit: 'days', split: { ...split, better } });
      layout.rows[0].dots.forEach(({ cx, open }, index) => {
        const gained = better === 'lower' ? values[index] < 0 : values[index] > 0;
        expect(open).toBe(!gained);
        expect(cx < (layout.split?.x ?? 0)).toBe((better === 'lower') === gained);
      });
    }
  });

  it('keep rows apart, and hold without any', () => {
    const { rows, plotBottom } = draw({
      rows: [row('a', spread), row('b', []), row('c', spread)],
      unit: 'days',
      split: null,
    });
    expect(rows[1].says).toEqual(['Cannot tell']);
    rows.slice(1).forEach(({ y }, index) => expect(y).toBeGreaterThan(rows[index].ground));
    expect(plotBottom).toBeGreaterThan(rows[2].ground);
    expect(draw({ rows: [], unit: 'days', split }).rows).toEqual([]);
  });
});
