import { describe, expect, it } from 'vitest';
import { NARROW, WIDE } from './chart-sizes.ts';
import { layoutIntervalDots, type IntervalRow } from './interval-dots-layout.ts';

const row = (
  id: string,
  mean: number | null,
  low: number | null,
  high: number | null,
  baseline = false,
): IntervalRow => ({ id, label: `Scenario ${id}`, mean, low, high, baseline, series: 0 });

describe('estimates with ranges', () => {
  const rows = [
    row('now', 45, 43, 47, true),
    row('then', 37, 34, 40),
    row('later', null, null, null),
  ];

  it.each([NARROW, WIDE])('stay on one axis inside %d', (width) => {
    const layout = layoutIntervalDots({ rows, unit: 'per 100' }, width);
    const [now, then, later] = layout.rows;
    expect(then.x ?? 0).toBeLessThan(now.x ?? 0);
    expect([then.from ?? 0, then.x ?? 0, then.to ?? 0]).toEqual(
      [then.from, then.x, then.to].sort((a, b) => (a ?? 0) - (b ?? 0)),
    );
    expect(now.to ?? 0).toBeLessThanOrEqual(width);
    expect(later.x).toBeNull();
    expect(layout.baselines.map(({ x }) => x)).toEqual([now.x]);
  });

  it('share a domain that is given', () => {
    const layout = layoutIntervalDots({ rows, unit: 'per 100', domain: [0, 100] }, WIDE);
    expect(layout.ticks[0].label).toBe('0');
    expect(layout.ticks.at(-1)?.label).toBe('100');
  });

  it('hold with one value, with no range and with none', () => {
    const one = layoutIntervalDots({ rows: [row('a', 0, null, null)], unit: 'days' }, NARROW);
    expect(one.rows[0].x).not.toBeNull();
    expect(layoutIntervalDots({ rows: [], unit: 'days' }, WIDE).rows).toEqual([]);
    const same = layoutIntervalDots({ rows: [row('a', 5, 5, 5)], unit: 'days' }, WIDE);
    expect(Number.isFinite(same.rows[0].x)).toBe(true);
  });

  it('say their figures as finely as they are said beside each other', () => {
    const close = [row('now', 11.38, 11.2, 11.6, true), row('then', 11.98, 11.4, 12.6)];
    const said = (step?: number) =>
      layoutIntervalDots({ rows: close, unit: 'per 100', step }, WIDE).rows.map(
        ({ value }) => value?.text,
      );
    expect(said(0.1)).toEqual(['11.4', '12.0']);
    expect(said()).toEqual(['11', '12']);
  });

  it.each([
    [11.38, 11.51, 5],
    [99.6, 99.9, 5],
    [0.1, 0.2, 5],
    [20, 60, 40],
  ])('do not make what is small look large: %d and %d on an axis of %d or more', (a, b, span) => {
    const both = [row('now', a, a - 0.1, a + 0.1, true), row('then', b, b - 0.1, b + 0.1)];
    const { ticks, rows } = layoutIntervalDots({ rows: both, unit: 'per 100' }, WIDE);
    const [first, last] = [ticks[0], ticks.at(-1)!];
    expect(Number(last.label) - Number(first.label)).toBeGreaterThanOrEqual(span);
    expect(Number(first.label)).toBeGreaterThanOrEqual(0);
    expect(Number(last.label)).toBeLessThanOrEqual(100);
    for (const { from, to } of rows) {
      expect(from).toBeGreaterThanOrEqual(first.x);
      expect(to).toBeLessThanOrEqual(last.x);
    }
  });

  it('never let numbers of the axis touch', () => {
    const money = [
      row('a', 2_400_000, 2_300_000, 2_500_000),
      row('b', 1_900_000, 1_800_000, 2_000_000),
    ];
    const { ticks } = layoutIntervalDots({ rows: money, unit: 'GBP' }, NARROW);
    ticks.slice(1).forEach(({ x }, index) => expect(x - ticks[index].x).toBeGreaterThan(30));
    expect(ticks.every(({ label }) => /^£[\d.]+m$/.test(label))).toBe(true);
  });
});
