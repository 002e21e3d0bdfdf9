import { scaleLinear } from 'd3-scale';
import type { Thread } from '../comparison/summary.ts';
import { endingWords, isCutShort } from '../words/endings.ts';
import type { ChartPart } from './chart-parts.ts';
import { isNarrow, LINE, SMALL } from './chart-sizes.ts';
import { MOST_SERIES } from './palette.ts';
import { spreadLabels } from './spread-labels.ts';
import { textWidth, wrapText } from './text-width.ts';
import { yearTicks } from './year-ticks.ts';

export interface ThreadsPanel {
  id: string;
  title: string;
  threads: Thread[];
}

export interface ThreadsInput {
  /** The same imagined people in each, the baseline first. */
  panels: ThreadsPanel[];
  /** ISO date of the model's start. */
  start: string;
  /** First and last day drawn; else from the first arrival to the last ending. */
  fromDay?: number;
  untilDay?: number;
  /** How many people are drawn at most. */
  most?: number;
}

/** One relationship: a stroke, in the colour and pattern of its worker. */
export interface DrawnSpell {
  x1: number;
  x2: number;
  y: number;
  /** Order in which this person met the worker, from 0; colours and patterns come round after four. */
  worker: number;
  /** Goes on past the right edge. */
  open: boolean;
}

/** The letter that says why a relationship ended; a thin line leads to where. */
export interface DrawnMark {
  letter: string;
  cutShort: boolean;
  x: number;
  y: number;
  toX: number;
  toY: number;
}

export interface DrawnThread {
  person: number;
  /** Middle of its first lane, where the number stands. */
  y: number;
  arrivesX: number;
  endX: number;
  spells: DrawnSpell[];
  marks: DrawnMark[];
}

export interface DrawnThreads {
  id: string;
  title: string[];
  y: number;
  threads: DrawnThread[];
}

export interface ThreadsLayout {
  width: number;
  height: number;
  plotLeft: number;
  /** Where the people's numbers end. */
  numberRight: number;
  plotRight: number;
  /** From a panel's y to its first row, and from there to the axis. */
  plotTop: number;
  plotHeight: number;
  stroke: number;
  letter: number;
  panels: DrawnThreads[];
  /** A panel each: it keeps together with its title. */
  parts: ChartPart[];
  ticks: { x: number; label: string }[];
}

const LANE = 9;
const LETTERS = 16;
const MARK = 14;
const NUMBER_GAP = 8;
/** Between two panels. */
const GAP = 16;

/**
 * Lay out one row a person, in order of arrival and in the same place in every
 * panel. Relationships that overlap stand in lanes below one another; letters
 * stand above the row, moved aside where they would touch.
 */
export function layoutThreads(input: ThreadsInput, width: number): ThreadsLayout {
  const people = peopleIn(input);
  const [fromDay, untilDay] = spanOf(input, people);
  // Room for the longest number, and a gap between it and the row.
  const plotLeft = Math.max(26, Math.ceil(longestNumber(people)) + NUMBER_GAP);
  const plotRight = width - 12;
  const x = scaleLinear().domain([fromDay, untilDay]).range([plotLeft, plotRight]).clamp(true);
  const laned = input.panels.map(({ threads }) => lanesByPerson(threads));
  const heights = people.map((person) => {
    const lanes = Math.max(1, ...laned.map((byPerson) => byPerson.get(person)?.count ?? 1));
    return LETTERS + lanes * LANE;
  });
  const plotHeight = heights.reduce((sum, height) => sum + height, 0);
  const titles = input.panels.map(({ title }) => wrapText(title, width, 2));
  const plotTop = Math.max(1, ...titles.map((lines) => lines.length)) * LINE + 8;
  const panelHeight = plotTop + plotHeight + 30;
  const panelTop = (index: number) => index * (panelHeight + GAP);
  const room = (plotRight - plotLeft) / (textWidth('2000', SMALL) + 16);
  return {
    width,
    height: panelTop(Math.max(1, input.panels.length)) - GAP,
    parts: input.panels.map((_, index) => ({ y: panelTop(index), height: panelHeight })),
    plotLeft,
    numberRight: plotLeft - NUMBER_GAP,
    plotRight,
    plotTop,
    plotHeight,
    stroke: isNarrow(width) ? 6 : 7,
    letter: SMALL,
    ticks: yearTicks(input.start, fromDay, untilDay, room).map(({ day, label }) => ({
      x: tenths(x(day)),
      label,
    })),
    panels: input.panels.map(({ id, threads }, index) => {
      let top = plotTop;
      return {
        id,
        title: titles[index],
        y: panelTop(index),
        threads: people.flatMap((person, row) => {
          const rowTop = top;
          top += heights[row];
          const thread = threads.find((candidate) => candidate.person === person);
          if (!thread || thread.arrives > untilDay) return [];
          return [drawThread(thread, laned[index].get(person), rowTop, x, plotLeft, plotRight)];
        }),
      };
    }),
  };
}

function drawThread(
  thread: Thread,
  lanes: Lanes | undefined,
  top: number,
  x: (day: number) => number,
  left: number,
  right: number,
): DrawnThread {
  const middle = (lane: number) => top + LETTERS + (lane + 0.5) * LANE;
  const workers = [...new Set(thread.relationships.map(({ worker }) => worker))];
  const shown = thread.relationships
    .map((relationship, index) => ({ ...relationship, lane: lanes?.of[index] ?? 0 }))
    .filter(({ from, to }) => x(from) < right && (to === null || x(to) > left));
  const spells = shown.map(({ from, to, worker, lane }) => {
    const x1 = x(from);
    const x2 = to === null ? right : x(to);
    return {
      x1: tenths(x1),
      // A relationship of a few days is still to be seen.
      x2: tenths(Math.max(x2, x1 + 2)),
      y: middle(lane),
      worker: workers.indexOf(worker),
      open: x2 >= right,
    };
  });
  const ended = shown.flatMap(({ to, reason, lane }) =>
    to === null || reason === null || x(to) >= right
      ? []
      : [{ reason, at: x(to), toY: middle(lane) }],
  );
  const merged = mergeAlike(ended);
  const places = spreadLabels(
    merged.map(({ at }) => ({ at, size: MARK })),
    left,
    right + MARK / 2,
  );
  return {
    person: thread.person,
    y: middle(0),
    arrivesX: tenths(x(thread.arrives)),
    endX: tenths(Math.max(x(thread.arrives), ...spells.map(({ x2 }) => x2))),
    spells,
    marks: merged.map(({ reason, at, toY }, index) => ({
      letter: endingWords(reason).letter,
      cutShort: isCutShort(reason),
      x: tenths(places[index]),
      y: top + LETTERS / 2 + 1,
      toX: tenths(at),
      toY,
    })),
  };
}

interface Ended {
  reason: string;
  at: number;
  toY: number;
}

/** Relationships side by side that end together for one reason share a letter. */
function mergeAlike(ended: readonly Ended[]): Ended[] {
  const merged: Ended[] = [];
  for (const entry of [...ended].sort((a, b) => a.at - b.at || b.toY - a.toY)) {
    const twin = merged.find(({ reason, at }) => reason === entry.reason && entry.at - at < 3);
    if (twin) twin.toY = Math.max(twin.toY, entry.toY);
    else merged.push({ ...entry });
  }
  return merged;
}

interface Lanes {
  count: number;
  /** Lane of each relationship, from 0. */
  of: number[];
}

/** The first lane that is free on the relationship's first day. */
function lanesByPerson(threads: readonly Thread[]): Map<number, Lanes> {
  return new Map(
    threads.map(({ person, relationships }) => {
      const ends: number[] = [];
      const of = relationships.map(({ from, to }) => {
        const free = ends.findIndex((end) => end <= from);
        const lane = free < 0 ? ends.length : free;
        ends[lane] = to ?? Infinity;
        return lane;
      });
      return [person, { count: Math.max(1, ends.length), of }];
    }),
  );
}

/** Numbers of the people drawn, by arrival; who is missing in one panel keeps the row empty there. */
export function peopleIn({ panels, most = 24 }: ThreadsInput): number[] {
  const arrivals = new Map<number, number>();
  for (const { person, arrives } of panels.flatMap(({ threads }) => threads)) {
    arrivals.set(person, Math.min(arrives, arrivals.get(person) ?? Infinity));
  }
  return [...arrivals]
    .sort((a, b) => a[1] - b[1] || a[0] - b[0])
    .slice(0, most)
    .map(([person]) => person);
}

/** How wide the longest of the numbers beside the rows is. */
function longestNumber(people: readonly number[]): number {
  return Math.max(0, ...people.map((person) => textWidth(String(person), SMALL)));
}

function spanOf(input: ThreadsInput, people: readonly number[]): [number, number] {
  const threads = input.panels
    .flatMap((panel) => panel.threads)
    .filter(({ person }) => people.includes(person));
  const first = Math.min(...threads.map(({ arrives }) => arrives));
  const last = Math.max(
    ...threads.flatMap(({ arrives, relationships }) => [
      arrives,
      ...relationships.map(({ from, to }) => to ?? from),
    ]),
  );
  const from = input.fromDay ?? (Number.isFinite(first) ? Math.floor(first) : 0);
  const until = input.untilDay ?? (Number.isFinite(last) ? Math.ceil(last) + 30 : from + 365);
  return [from, Math.max(until, from + 1)];
}

/** What is drawn over a worker's stroke in the colour of the paper; `inset` keeps its ends whole. */
export interface Pattern {
  width: number;
  dash: string | undefined;
  cap: 'round' | 'butt';
  inset: number;
}

/** Plain, hollow, dotted, cut into pieces: told apart without colour; null is plain. */
export function patternOf(worker: number): Pattern | null {
  switch (worker % MOST_SERIES) {
    case 1:
      return { width: 1.8, dash: undefined, cap: 'butt', inset: 1 };
    case 2:
      return { width: 3, dash: '0.1 7', cap: 'round', inset: 4 };
    case 3:
      return { width: 8, dash: '2 6', cap: 'butt', inset: 5 };
    default:
      return null;
  }
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
