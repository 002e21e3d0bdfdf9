import { describe, expect, it } from 'vitest';
import { NARROW, WIDE } from './chart-sizes.ts';
import { layoutPassedOn, lostAYear, passedOnSays } from './passed-on-layout.ts';
import { passedOnTidy } from './passed-on-tidy.ts';

const row = (id: string, sent: number | null, arrived: number | null) => ({
  ...{ id, label: `Scenario ${id}`, sent, arrived },
  ...{ series: 0, baseline: id === 'now' },
});
const ways = Array.from({ length: 10 }, (_, i) => ({
  id: `${i}`,
  from: `A service with a long name, number ${i}`,
  to: 'Advocacy',
  rows: [row('now', i * 10, i === 0 ? null : 80), row('other', null, null)],
}));

describe('people passed on', () => {
  it.each([NARROW, WIDE])('are drawn on the busiest ways, on one scale, at %d', (width) => {
    const layout = layoutPassedOn({ ways, most: 4 }, width);
    expect(layout.ways.map(({ id }) => id)).toEqual(['9', '8', '7', '6']);
    const [most, next] = layout.ways.map(({ bars }) => bars[0]);
    expect(next.sentX / most.sentX).toBeCloseTo(80 / 90, 2);
    expect(most.arrivedX / most.sentX).toBeCloseTo(0.8, 2);
    for (const { x, y, bars } of layout.ways) {
      for (const bar of bars) {
        expect(x + bar.sentX).toBeLessThanOrEqual(width + 0.1);
        expect(y + bar.barY + layout.bar).toBeLessThanOrEqual(layout.height);
      }
    }
  });

  it('are said in whole frequencies', () => {
    expect(passedOnSays(row('now', 120, 86))).toBe('Scenario now: 120 a year, 14 of 100 lost');
    expect(passedOnSays(row('now', null, null))).toBe('Scenario now: cannot tell');
    expect(lostAYear(row('now', 120, 86))).toBe('17');
  });

  it('add up in the numbers that are taken away', () => {
    for (const [, , , , sent, arrived, lost] of passedOnTidy({ ways }).rows) {
      if (sent === null || arrived === null) expect(lost).toBeNull();
      else expect(Number(arrived) + Number(lost)).toBeCloseTo(Number(sent), 9);
    }
  });
});
