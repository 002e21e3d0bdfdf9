import { describe, expect, it } from 'vitest';
import { NARROW, WIDE } from './chart-sizes.ts';
import { layoutIconPanels, type IconPanel } from './icon-panels-layout.ts';
import { iconPanelSays } from './icon-panels-words.ts';

const panel = (id: string, value: number | null): IconPanel => ({
  id,
  title: `A scenario whose title goes on for a while, number ${id}`,
  value,
  low: value === null ? null : Math.max(0, value - 3),
  high: value === null ? null : value + 3,
  series: 0,
  baseline: id === '0',
});
const words = { who: 'people who come', does: 'keep a worker', doesNot: 'do not', panels: [] };
const input = { ...words, panels: [37, 0.2, 99.8, null, 0, 100].map((v, i) => panel(`${i}`, v)) };
const says = (one: IconPanel) => iconPanelSays(one, input);

describe('a hundred marks a scenario', () => {
  it.each([NARROW, WIDE])('fill their panel in whole marks at %d', (width) => {
    const { panels, height } = layoutIconPanels(input, says, width);
    const count = (path: string) => path.split('M').length - 1;
    expect(panels.map(({ full }) => count(full))).toEqual([37, 0, 100, 0, 0, 100]);
    expect(panels.map(({ open }) => count(open))).toEqual([63, 100, 0, 0, 100, 0]);
    for (const { x, y, title } of panels) {
      expect(x).toBeLessThan(width);
      expect(y).toBeLessThan(height);
      expect(title[0].y).toBeGreaterThanOrEqual(10);
    }
  });

  it('say both frames, and never none or all where that is not so', () => {
    expect(input.panels.map((one) => says(one).frames)).toEqual([
      '37 keep a worker, 63 do not',
      'fewer than 1 keep a worker, more than 99 do not',
      'more than 99 keep a worker, fewer than 1 do not',
      'Cannot tell',
      '0 keep a worker, 100 do not',
      '100 keep a worker, 0 do not',
    ]);
    expect(says(input.panels[0]).range).toBe('between 34 and 40');
  });
});
