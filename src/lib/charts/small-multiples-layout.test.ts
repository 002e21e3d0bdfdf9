import { describe, expect, it } from 'vitest';
import { NARROW, WIDE } from './chart-sizes.ts';
import {
  layoutSmallMultiples,
  type MultiplesInput,
  type MultiplesPanel,
} from './small-multiples-layout.ts';
import { smallMultiplesTable } from './small-multiples-table.ts';
import { textWidth } from './text-width.ts';

const months = (of: (month: number) => number | null) =>
  Array.from({ length: 120 }, (_, month) => of(month));

function panel(id: string, lines: number, baseline = true): MultiplesPanel {
  return {
    id,
    title: `Panel ${id}`,
    lines: Array.from({ length: lines }, (_, series) => ({
      id: `${series}`,
      label: `Line ${series} with a long name that must be broken`,
      series,
      values: months((month) => 10 + series * 0.1 + month / 20),
    })),
    baseline: baseline ? months(() => 12) : null,
  };
}

function input(panels: MultiplesPanel[]): MultiplesInput {
  return { panels, start: '2027-04-01', unit: 'people', baselineLabel: 'as it is' };
}

describe('small multiples', () => {
  it('share both axes and start at zero', () => {
    const layout = layoutSmallMultiples(input([panel('a', 1), panel('b', 1), panel('c', 1)]), WIDE);
    expect(layout.panels.map(({ x }) => Math.round(x))).toEqual([0, 248, 496]);
    expect(layout.yTicks[0]).toMatchObject({ label: '0', y: layout.plotHeight });
    expect(layout.panels.every(({ baseline }) => baseline !== null)).toBe(true);
    expect(layout.panels.every(({ titleSeries }) => titleSeries === 0)).toBe(true);
  });

  it('stand below one another in a narrow place, inside its width', () => {
    const layout = layoutSmallMultiples(input([panel('a', 1), panel('b', 3)]), NARROW);
    expect(layout.panels.map(({ x }) => x)).toEqual([0, 0]);
    expect(layout.panels[1].y).toBeGreaterThan(layout.panels[0].y + layout.plotHeight);
    for (const { label } of layout.panels[1].lines) {
      for (const words of label?.lines ?? []) {
        expect(layout.plotLeft + (label?.x ?? 0) + textWidth(words, 13)).toBeLessThanOrEqual(
          NARROW,
        );
      }
    }
  });

  it('name lines at their ends without overlap', () => {
    const { lines } = layoutSmallMultiples(input([panel('a', 4)]), WIDE).panels[0];
    const bottoms = lines
      .map(({ label }) => label)
      .flatMap((label) => (label ? [{ top: label.y, end: label.y + label.lines.length * 16 }] : []))
      .sort((a, b) => a.top - b.top);
    expect(bottoms).toHaveLength(4);
    bottoms.slice(1).forEach(({ top }, place) => expect(top).toBeGreaterThan(bottoms[place].end));
    expect(new Set(lines.map(({ dash }) => dash)).size).toBe(4);
  });

  it('give each line a panel where there are more than four', () => {
    const layout = layoutSmallMultiples(input([panel('a', 5)]), WIDE);
    expect(layout.panels).toHaveLength(5);
    expect(layout.panels.every(({ lines }) => lines.length === 1)).toBe(true);
  });

  it('leave a gap where nothing was measured, and a dot for a value alone', () => {
    const values = months((month) => (month === 5 || month > 20 ? 1 : null));
    const one = { ...panel('a', 1), lines: [{ id: 'x', label: 'x', series: 0, values }] };
    const { path } = layoutSmallMultiples(input([one]), WIDE).panels[0].lines[0];
    expect(path.match(/M/g)).toHaveLength(2);
    expect(path).toMatch(/^M[\d.]+,[\d.]+Z/);
  });

  it('say so when there is nothing at all', () => {
    const nothing = {
      id: 'n',
      title: '',
      lines: [{ id: 'x', label: 'x', series: 0, values: [] }],
      baseline: null,
    };
    const layout = layoutSmallMultiples(input([nothing]), NARROW);
    expect(layout.panels[0].empty).toBe(true);
    expect(layoutSmallMultiples(input([]), WIDE).panels).toEqual([]);
    expect(Number.isFinite(layoutSmallMultiples(input([]), WIDE).height)).toBe(true);
  });

  it('keep the label of the baseline off every line', () => {
    const layout = layoutSmallMultiples(input([panel('a', 1)]), WIDE);
    expect(layout.panels[0].baselineSpot).not.toBeNull();
  });

  it('have a table of yearly means in which one baseline stands once', () => {
    const shared = months(() => 12);
    const panels = [panel('a', 1), panel('b', 1)].map((of) => ({ ...of, baseline: shared }));
    const table = smallMultiplesTable(input(panels), 'People waiting');
    expect(table.head.filter((head) => head === 'As it is')).toHaveLength(1);
    expect(table.rows).toHaveLength(10);
    expect(table.rows[0].head).toBe('April 2027 to March 2028');
    expect(table.rows[0].cells[0]).toBe('12');
  });

  it('have a table in which years are columns where lines are many', () => {
    const panels = ['a', 'b', 'c', 'd'].map((id) => panel(id, 2));
    const table = smallMultiplesTable(input(panels), 'People waiting');
    expect(table.head).toHaveLength(11);
    expect(table.head[1]).toBe('April 2027 to March 2028');
    expect(table.rows.length).toBeGreaterThan(6);
    expect(table.rows.every(({ cells }) => cells.length === 10)).toBe(true);
    const few = smallMultiplesTable(input(panels.slice(0, 1)), 'People waiting');
    const line = panels[0].lines[1];
    const row = table.rows.find(({ head }) => head.endsWith(line.label));
    const column = few.head.findIndex((head) => head.endsWith(line.label)) - 1;
    expect(row?.cells).toEqual(few.rows.map(({ cells }) => cells[column]));
  });
});
