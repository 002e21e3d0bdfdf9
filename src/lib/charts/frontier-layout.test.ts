import { describe, expect, it } from 'vitest';
import { NARROW, SMALL, WIDE } from './chart-sizes.ts';
import { layoutFrontier, type FrontierDot } from './frontier-layout.ts';
import { textWidth } from './text-width.ts';

const dot = (id: string, x: number, y: number, isClear = false): FrontierDot => ({
  ...{ id, label: `Scenario ${id}`, isBaseline: id === 'now', isClear },
  x: { value: x, low: x - 20_000, high: x + 20_000 },
  y: { value: y, low: y - 5, high: y + 5 },
});

const dots = [
  dot('now', 2_000_000, 300, true),
  dot('longer', 2_100_000, 340, true),
  dot('fewer', 2_100_000, 338),
  dot('other', 2_099_000, 336),
];

describe('money against what people get', () => {
  it.each([NARROW, WIDE])('draws more money to the right and more upwards, at %d', (width) => {
    const { dots: drawn, line } = layoutFrontier(dots, width);
    const [now, longer] = drawn;
    expect(longer.x).toBeGreaterThan(now.x);
    expect(longer.y).toBeLessThan(now.y);
    expect(now.xRange[0]).toBeLessThan(now.x);
    expect(now.yRange[1]).toBeGreaterThan(now.y);
    expect(line).toEqual([
      [now.x, now.y],
      [longer.x, longer.y],
    ]);
  });

  it('tells amounts apart that differ by less than a hundred thousand pounds', () => {
    const near = [dot('now', 2_175_000, 300), dot('longer', 2_269_000, 340)];
    const labels = layoutFrontier(near, WIDE).xTicks.map(({ label }) => label);
    expect(labels.length).toBeGreaterThan(2);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it.each([NARROW, WIDE])('says no amount twice where nothing is spent, at %d', (width) => {
    const free = [dot('now', 0, 300), dot('longer', 0, 340)].map((one) => ({
      ...one,
      x: { value: 0, low: 0, high: 0 },
    }));
    const { xTicks } = layoutFrontier(free, width);
    expect(xTicks.map(({ label }) => label)).toEqual(['£0', '£1']);
  });

  it.each([NARROW, WIDE])('keeps labels apart and inside, at %d', (width) => {
    const boxes = layoutFrontier(dots, width).dots.map(({ label }) => {
      const size = Math.max(...label.lines.map((words) => textWidth(words, SMALL)));
      const left = label.anchor === 'start' ? label.x : label.x - size;
      const top = label.y - SMALL;
      return { left, right: left + size, top, bottom: top + label.lines.length * 18 };
    });
    for (const [i, a] of boxes.entries()) {
      expect(a.left).toBeGreaterThanOrEqual(0);
      expect(a.right).toBeLessThanOrEqual(width);
      for (const b of boxes.slice(i + 1)) {
        const isApart =
          a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        expect(isApart).toBe(true);
      }
    }
  });

  it('joins nothing where fewer than two are clear, and holds where all are alike', () => {
    expect(layoutFrontier([dots[0], dots[2]], WIDE).line).toEqual([]);
    const same = [dot('now', 0, 0), dot('a', 0, 0)].map((one) => ({
      ...one,
      x: { value: 0, low: 0, high: 0 },
      y: { value: 0, low: 0, high: 0 },
    }));
    for (const { x, y } of layoutFrontier(same, NARROW).dots) {
      expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
    }
  });
});
