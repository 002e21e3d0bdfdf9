import { describe, expect, it } from 'vitest';
import type { Thread } from '../comparison/summary.ts';
import { NARROW, SMALL, WIDE } from './chart-sizes.ts';
import { layoutThreads, patternOf, peopleIn, type ThreadsInput } from './threads-layout.ts';
import { textWidth } from './text-width.ts';
import { lettersUsed, threadsTable } from './threads-table.ts';

type Spell = [worker: string, from: number, to: number | null, reason: string | null];

function thread(person: number, arrives: number, spells: Spell[]): Thread {
  return {
    person,
    group: 'g',
    locality: 'l',
    arrives,
    relationships: spells.map(([worker, from, to, reason]) => ({
      service: 'roads',
      role: 'peer',
      worker,
      from,
      to,
      reason,
    })),
  };
}

const PANELS = [
  {
    id: 'now',
    title: 'As it is',
    threads: [
      thread(2, 40, [
        ['a', 60, 200, 'funding-ended'],
        ['b', 300, 302, 'worker-left'],
        ['a', 310, null, null],
      ]),
      thread(1, 0, [
        ['c', 10, 400, 'planned-ending'],
        ['d', 20, 400, 'planned-ending'],
      ]),
      thread(3, 50, []),
    ],
  },
  {
    id: 'then',
    title: 'Three-year awards',
    threads: [thread(1, 0, [['c', 10, 500, 'left-early']])],
  },
];

const input: ThreadsInput = { panels: PANELS, start: '2027-04-01', untilDay: 730 };

describe('threads', () => {
  it('stand in the order of arrival, in the same row of every panel', () => {
    const { panels } = layoutThreads(input, WIDE);
    expect(panels[0].threads.map(({ person }) => person)).toEqual([1, 2, 3]);
    expect(panels[1].threads.map(({ person }) => person)).toEqual([1]);
    expect(panels[1].threads[0].y).toBe(panels[0].threads[0].y);
  });

  it.each([NARROW, WIDE])('keep each panel in a part of its own at %d', (width) => {
    const { panels, parts, plotTop, plotHeight, height } = layoutThreads(input, width);
    expect(parts).toHaveLength(2);
    parts.forEach((part, index) => {
      expect(part.y).toBe(panels[index].y);
      // Down to the years under its rows.
      expect(part.height).toBeGreaterThanOrEqual(plotTop + plotHeight + 20);
      expect(part.y + part.height).toBeLessThanOrEqual(parts[index + 1]?.y ?? height);
    });
    expect(parts[1].y + parts[1].height).toBe(height);
  });

  it('leave room for the longest number, however many were followed', () => {
    for (const width of [NARROW, WIDE]) {
      const threads = [thread(7, 0, []), thread(120, 5, []), thread(1234, 9, [])];
      const { numberRight, plotLeft } = layoutThreads(
        { ...input, panels: [{ id: 'now', title: 'As it is', threads }] },
        width,
      );
      expect(numberRight).toBeGreaterThanOrEqual(textWidth('1234', SMALL));
      expect(plotLeft).toBeGreaterThan(numberRight);
    }
  });

  it('number workers by person in the order of meeting, and know them again', () => {
    const { panels } = layoutThreads(input, WIDE);
    expect(panels[0].threads[1].spells.map(({ worker }) => worker)).toEqual([0, 1, 0]);
    expect(panels[0].threads[1].spells[2].open).toBe(true);
  });

  it('put relationships side by side in lanes, with one letter when they end together', () => {
    const [first] = layoutThreads(input, WIDE).panels[0].threads;
    expect(new Set(first.spells.map(({ y }) => y)).size).toBe(2);
    expect(first.marks.map(({ letter }) => letter)).toEqual(['P']);
  });

  it('mark why each ended; cut short apart; letters never touch', () => {
    const [, second] = layoutThreads(input, NARROW).panels[0].threads;
    expect(second.marks.map(({ letter, cutShort }) => [letter, cutShort])).toEqual([
      ['F', true],
      ['W', true],
    ]);
    expect(second.marks[1].x - second.marks[0].x).toBeGreaterThanOrEqual(13.9);
    for (const { x1, x2 } of second.spells) expect(x2 - x1).toBeGreaterThanOrEqual(2);
  });

  it('leave out what lies outside the days drawn', () => {
    const { panels } = layoutThreads({ ...input, untilDay: 45 }, WIDE);
    expect(panels[0].threads.map(({ person }) => person)).toEqual([1, 2]);
    expect(panels[0].threads[1].spells).toEqual([]);
  });

  it('draw as many people as asked for', () => {
    expect(peopleIn({ ...input, most: 2 })).toEqual([1, 2]);
  });

  it('hold without anybody', () => {
    const nobody = { panels: [{ id: 'a', title: 'As it is', threads: [] }], start: '2027-04-01' };
    expect(layoutThreads(nobody, NARROW).panels[0].threads).toEqual([]);
    expect(Number.isFinite(layoutThreads(nobody, NARROW).height)).toBe(true);
    expect(lettersUsed(nobody)).toEqual([]);
  });

  it('tell four workers apart without colour', () => {
    const looks = [0, 1, 2, 3].map((worker) => JSON.stringify(patternOf(worker)));
    expect(new Set(looks).size).toBe(4);
    expect(patternOf(4)).toEqual(patternOf(0));
  });

  it('have a table with every relationship, and with people who began none', () => {
    const { rows } = threadsTable(input, { service: { roads: 'ROADS' } });
    expect(rows).toHaveLength(7);
    expect(rows[0].cells).toEqual([
      'As it is',
      'Worker 1 (peer)',
      'ROADS',
      '11 April 2027',
      '13 months',
      'Planned ending',
    ]);
    expect(rows.at(-1)?.cells[1]).toBe('No relationship began');
  });

  it('say what the letters mean, cut short first', () => {
    expect(lettersUsed(input)).toEqual([
      'F funding ended',
      'W the worker left',
      'L left support early',
      'P planned ending',
    ]);
  });
});
