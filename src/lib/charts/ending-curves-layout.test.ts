import { describe, expect, it } from 'vitest';
import type { EndingCurves } from '../comparison/summary.ts';
import { NARROW, WIDE } from './chart-sizes.ts';
import { layoutEndingCurves } from './ending-curves-layout.ts';
import { endingCurvesTable } from './ending-curves-table.ts';
import { textWidth } from './text-width.ts';

const DAYS = Array.from({ length: 25 }, (_, month) => month * 30.4375);

function curves(ends: Record<string, number>): EndingCurves {
  return {
    by: null,
    days: DAYS,
    reasons: Object.keys(ends),
    shares: Object.values(ends).map((end) => DAYS.map((_, index) => (end * index) / 24)),
  };
}

const ENDS = {
  'planned-ending': 0.3,
  'worker-left': 0.2,
  'funding-ended': 0.1,
  'left-early': 0.15,
  'persons-choice': 0.01,
  'other-life-event': 0.02,
  'time-limit': 0,
};
const usual = curves(ENDS);

const one = (of: EndingCurves) => ({ panels: [{ id: 'a', title: 'As it is', curves: of }] });

describe('how relationships end', () => {
  it('puts cut short at the bottom and planned endings at the top', () => {
    const { panels, plotHeight } = layoutEndingCurves(one(usual), WIDE);
    expect(panels[0].bands.map(({ id }) => id)).toEqual([
      'funding-ended',
      'worker-left',
      'left-early',
      'other-ways',
      'planned-ending',
    ]);
    expect(panels[0].cutShortEnd).toBeCloseTo(plotHeight * 0.7);
    expect(panels[0].says.join(' ')).toBe('30 of 100 cut short, 30 ended as planned');
    expect(panels[0].stillGoing?.text).toBe('still going 22');
  });

  it('says in so many words what it sums', () => {
    const [panel] = layoutEndingCurves(
      one(curves({ ...ENDS, 'moved-on-warm': 0.18 })),
      WIDE,
    ).panels;
    expect(panel.says.join(' ')).toBe('30 of 100 cut short, 48 ended as planned or introduced on');
    const labels = panel.bands.map(({ label }) => label.text);
    expect(labels).toEqual(expect.arrayContaining(['planned 30', 'introduced on 18']));
  });

  it('says shares as finely as the figures they stand beside', () => {
    const input = { ...one(curves({ 'worker-left': 0.09489 })), step: 0.1 };
    const [panel] = layoutEndingCurves(input, NARROW).panels;
    expect(panel.says.join(' ')).toBe('9.5 of 100 cut short, 0.0 ended as planned');
    expect(panel.stillGoing?.text).toBe('still going 90.5');
    expect(endingCurvesTable(input).rows.at(-1)?.cells.at(-1)).toBe('90.5');
  });

  it('names every band without overlap, inside a narrow place', () => {
    const { panels, plotLeft, plotWidth } = layoutEndingCurves(one(usual), NARROW);
    const labels = [...panels[0].bands.map(({ label }) => label), panels[0].stillGoing];
    const heights = labels.flatMap((label) => (label ? [label.y] : [])).sort((a, b) => a - b);
    heights.slice(1).forEach((y, index) => expect(y - heights[index]).toBeGreaterThanOrEqual(16.8));
    for (const label of labels) {
      expect(plotLeft + plotWidth + 16 + textWidth(label?.text ?? '', 13)).toBeLessThanOrEqual(
        NARROW,
      );
    }
  });

  it('adds a reason that it does not know, so that the hundred stays whole', () => {
    const { panels } = layoutEndingCurves(one(curves({ 'lost-touch': 0.5 })), WIDE);
    expect(panels[0].bands[0].label.text).toBe('lost touch 50');
    expect(panels[0].stillGoing?.text).toBe('still going 50');
  });

  it('draws nothing of nothing', () => {
    const none = { by: null, days: [], reasons: [], shares: [] };
    const { panels } = layoutEndingCurves(one(none), NARROW);
    expect(panels[0]).toMatchObject({ empty: true, cutShortEdge: null, stillGoing: null });
    expect(endingCurvesTable(one(none)).rows[0].cells).toEqual(['cannot tell']);
    expect(layoutEndingCurves({ panels: [] }, WIDE).panels).toEqual([]);
  });

  it('stops where it is told to', () => {
    const { xTicks, plotWidth } = layoutEndingCurves({ ...one(usual), untilDays: 366 }, WIDE);
    expect(xTicks.at(-1)).toMatchObject({ label: '12' });
    expect(xTicks.at(-1)?.x).toBeLessThanOrEqual(plotWidth);
  });

  it('has a table with every reason, and what is still going', () => {
    const table = endingCurvesTable(one(usual));
    expect(table.head).toEqual(['How it ended', 'As it is']);
    expect(table.rows[0]).toEqual({ head: 'After 6 months: funding ended', cells: ['3'] });
    const going = table.rows.filter(({ head }) => head.endsWith('still going'));
    expect(going.map(({ cells }) => cells)).toEqual([['81'], ['61'], ['22']]);
    expect(table.rows).toHaveLength(3 * 10);
  });

  it('has a table that fits on paper of as many scenarios as are compared', () => {
    const titles = ['Now', 'Longer', 'Earlier', 'Two places', 'One team', 'Less'];
    const panels = titles.map((title) => ({ id: title, title, curves: usual }));
    const table = endingCurvesTable({ panels });
    expect(table.head).toEqual(['How it ended', ...titles]);
    expect(table.rows.at(-1)).toEqual({
      head: 'After 24 months: still going',
      cells: Array(6).fill('22'),
    });
  });
});
