import { describe, expect, it } from 'vitest';
import { NARROW, WIDE } from './chart-sizes.ts';
import { layoutIconPanels } from './icon-panels-layout.ts';
import { layoutIntervalDots } from './interval-dots-layout.ts';
import { layoutPassedOn } from './passed-on-layout.ts';
import { layoutQuantileDots } from './quantile-dots-layout.ts';
import { layoutSmallMultiples } from './small-multiples-layout.ts';
import { SMALL, TEXT } from './chart-sizes.ts';
import { textWidth } from './text-width.ts';

/** Six scenarios, the most that stand side by side, with titles that go on for long. */
const scenarios = Array.from({ length: 6 }, (_, index) => ({
  id: `s${index}`,
  title: `Five-year awards with an incomparably long explanation of what they change, number ${index}`,
  series: Math.max(0, index - 1),
  baseline: index === 0,
}));
const values = Array.from({ length: 120 }, (_, month) => Math.abs(Math.sin(month)) * 20);

describe.each([NARROW, WIDE])('six scenarios with long titles at %d', (width) => {
  it('keep the words of every panel of marks inside it', () => {
    const panels = scenarios.map((one) => ({ ...one, value: 37, low: 34, high: 40 }));
    const input = { panels, who: 'people', does: 'do', doesNot: 'do not' };
    const frames = '37 keep a worker for a year or longer, 63 do not';
    const layout = layoutIconPanels(input, () => ({ frames, range: 'between 34 and 40' }), width);
    const rights = new Set(layout.panels.map(({ x }) => x)).size;
    const room = (width - 24 * (rights - 1)) / rights;
    for (const { title, says, x } of layout.panels) {
      for (const { text } of title) expect(textWidth(text, TEXT)).toBeLessThanOrEqual(room);
      for (const text of says) expect(x + textWidth(text, SMALL)).toBeLessThanOrEqual(width + 1);
      title.slice(1).forEach(({ y }, index) => expect(y - title[index].y).toBeGreaterThan(14));
    }
  });

  it('keep rows of ranges apart, with the name of each group above its rows', () => {
    const rows = ['Girvan', 'Troon'].flatMap((group) =>
      scenarios.map(({ id, title, series, baseline }) => ({
        ...{ id: `${group} ${id}`, group, label: title, series, baseline },
        ...{ mean: 4.2, low: 4, high: 4.4 },
      })),
    );
    const layout = layoutIntervalDots({ rows, unit: 'per 1,000' }, width);
    expect(layout.rows.map(({ heading }) => heading !== null)).toEqual(
      rows.map((_, index) => index % 6 === 0),
    );
    expect(layout.baselines).toHaveLength(2);
    layout.rows.slice(1).forEach((row, index) => {
      const before = layout.rows[index];
      const end = before.labelY + (before.label.length - 1) * 18;
      expect((row.heading?.y ?? row.labelY) - end).toBeGreaterThanOrEqual(13);
    });
  });

  it('keep rows of dots and of people passed on apart', () => {
    const dots = layoutQuantileDots(
      {
        rows: scenarios.map((one) => ({
          ...{ ...one, label: one.title, says: '18 of 20 futures: between 1 and 20 days' },
          futures: values.slice(0, 20).sort((a, b) => a - b),
        })),
        unit: 'days',
        split: null,
      },
      'days',
      width,
    );
    dots.rows
      .slice(1)
      .forEach(({ y }, index) => expect(y).toBeGreaterThan(dots.rows[index].ground));
    const rows = scenarios.map((one) => ({ ...one, label: one.title, sent: 40, arrived: 50 }));
    const ways = [{ id: 'w', from: 'A service', to: 'Another', rows }];
    const [{ bars }] = layoutPassedOn({ ways }, width).ways;
    bars
      .slice(1)
      .forEach(({ y }, index) => expect(y - bars[index].barY).toBeGreaterThan(8 + 13 - 8));
    for (const { says } of bars) {
      for (const text of says) expect(textWidth(text, SMALL)).toBeLessThanOrEqual(width);
    }
  });

  it('keep bands of a list inside its panel', () => {
    const band = {
      months: 3,
      low: values.filter((_, month) => month % 3 === 0).map((value) => value / 2),
      high: values.filter((_, month) => month % 3 === 0).map((value) => value * 3),
    };
    const [now, other] = scenarios;
    const layout = layoutSmallMultiples(
      {
        panels: [
          {
            id: 'hub',
            title: now.title,
            baseline: values,
            baselineBand: band,
            lines: [{ id: other.id, label: other.title, series: 0, values, band }],
          },
        ],
        start: '2027-04-01',
        unit: 'people',
        baselineLabel: 'as it is now',
      },
      width,
    );
    const [panel] = layout.panels;
    const drawn = [panel.baselineBand ?? '', panel.lines[0].band?.high ?? ''];
    for (const path of drawn) {
      const numbers = [...path.matchAll(/([\d.-]+),([\d.-]+)/g)].map(([, x, y]) =>
        [x, y].map(Number),
      );
      expect(numbers.length).toBeGreaterThanOrEqual(40);
      for (const [x, y] of numbers) {
        expect(x >= -0.1 && x <= layout.plotWidth + 0.1).toBe(true);
        expect(y >= -0.1 && y <= layout.plotHeight + 0.1).toBe(true);
      }
    }
  });
});
