import { scaleLinear } from 'd3-scale';
import type { Unit } from '../measures/measure.ts';
import { axisNumber } from './axis-number.ts';
import { LINE, SMALL, TEXT } from './chart-sizes.ts';
import { spacedTicks, type Tick } from './spaced-ticks.ts';
import { textWidth, wrapText } from './text-width.ts';

/** A figure put in, and the difference with it at each end of its range. */
export interface TornadoRow {
  id: string;
  label: string;
  /** The value in words and the difference there; null: cannot be told. */
  low: { words: string; difference: number | null };
  high: { words: string; difference: number | null };
}

export interface TornadoInput {
  /** The widest first. */
  rows: TornadoRow[];
  /** The difference with every figure at its best value: bars begin here. */
  answer: number;
  unit: Unit;
  /** The words for less and more: what stands at the two ends of the axis. */
  direction: { less: string; more: string };
}

export interface DrawnBar {
  x: number;
  width: number;
  y: number;
  /** The value in words, at the bar's outer end or, without room there, at the other side. */
  text: { words: string; x: number; anchor: 'start' | 'end' };
}

export interface DrawnTornadoRow {
  id: string;
  label: string[];
  labelY: number;
  low: DrawnBar | null;
  high: DrawnBar | null;
}

export interface TornadoLayout {
  width: number;
  height: number;
  plotTop: number;
  plotBottom: number;
  barHeight: number;
  answerX: number;
  /**
   * The line where there is no difference, in parts: words that lie across it are not struck through.
   * Null where it lies outside the drawing.
   */
  zero: { x: number; parts: { from: number; to: number }[] } | null;
  rows: DrawnTornadoRow[];
  ticks: Tick[];
  ends: { less: number; more: number; y: number };
}

const BAR = 12;
const GAP = 4;
const TOP = 26;
const PLOT_TOP = TOP - 4;

/**
 * Lay out a tornado: for each figure two bars from the best-figures difference,
 * one to where its low end takes it and one to where its high end does. Each
 * has its own line, so that they never hide each other where both go one way.
 */
export function layoutTornado(input: TornadoInput, width: number): TornadoLayout {
  const { rows, answer } = input;
  const above = width < 480;
  const labelWidth = above ? 0 : Math.min(230, width * 0.32);
  const plotLeft = above ? 0 : labelWidth + 12;
  const said = rows.flatMap(({ low, high }) => [low, high]);
  const values = said.map(({ difference }) => difference).filter((value) => value !== null);
  // Room for the words at the outer ends, as far as the place allows.
  const words = Math.max(0, ...said.map((end) => textWidth(end.words, SMALL) + 8));
  const margin = Math.min(words, (width - plotLeft) * 0.3);
  const x = scaleLinear()
    .domain(domainOf([...values, answer]))
    .range([plotLeft + margin, width - margin]);
  const at = (value: number) => Math.round(x(value) * 10) / 10;
  const answerX = at(answer);
  let y = TOP;
  const drawn = rows.map((row) => {
    const label = wrapText(row.label, above ? width - 4 : labelWidth, 3);
    const bars = BAR * 2 + GAP;
    const height = above
      ? label.length * LINE + bars + 16
      : Math.max(bars, label.length * LINE) + 14;
    const top = y + (above ? label.length * LINE + 4 : (height - 14 - bars) / 2);
    const labelY = above ? y + TEXT : y + (height - 14 - label.length * LINE) / 2 + TEXT;
    y += height;
    const bar = (end: TornadoRow['low'], line: number): DrawnBar | null => {
      if (end.difference === null) return null;
      const to = at(end.difference);
      return {
        x: Math.min(to, answerX),
        width: Math.max(1, Math.abs(to - answerX)),
        y: top + line * (BAR + GAP),
        text: { words: end.words, ...besideBar(to, answerX, end.words, plotLeft, width) },
      };
    };
    return { id: row.id, label, labelY, low: bar(row.low, 0), high: bar(row.high, 1) };
  });
  const plotBottom = y;
  const zero = at(0);
  const [from, to] = x.domain();
  return {
    width,
    height: plotBottom + 24,
    plotTop: PLOT_TOP,
    plotBottom,
    barHeight: BAR,
    answerX,
    zero: from <= 0 && to >= 0 ? { x: zero, parts: partsBetween(drawn, zero, plotBottom) } : null,
    rows: drawn,
    ticks: spacedTicks(
      x.ticks(Math.max(2, Math.min(5, Math.floor((width - plotLeft) / 90)))).map((tick) => ({
        x: at(tick),
        label: signed(tick, input.unit),
      })),
      width,
    ),
    ends: { less: plotLeft, more: width, y: 12 },
  };
}

/** Outside the bar's end where there is room, else on the other side of where bars begin. */
function besideBar(to: number, from: number, words: string, left: number, width: number) {
  const size = textWidth(words, SMALL) + 6;
  const goesLeft = to < from;
  if (goesLeft) {
    return to - size >= left
      ? { x: to - 5, anchor: 'end' as const }
      : { x: from + 5, anchor: 'start' as const };
  }
  return to + size <= width
    ? { x: to + 5, anchor: 'start' as const }
    : { x: from - 5, anchor: 'end' as const };
}

/** The parts of an upright line that lie beside no words of the bars, from the top. */
function partsBetween(rows: readonly DrawnTornadoRow[], x: number, bottom: number) {
  const crossed = rows
    .flatMap(({ low, high }) => [low, high])
    .filter((bar) => bar !== null)
    .filter(({ text }) => {
      const size = textWidth(text.words, SMALL);
      const left = text.anchor === 'start' ? text.x : text.x - size;
      return left - 3 < x && x < left + size + 3;
    });
  const starts = [PLOT_TOP, ...crossed.map(({ y }) => y + BAR + 2)];
  const ends = [...crossed.map(({ y }) => y - 2), bottom];
  return starts
    .map((from, index) => ({ from, to: ends[index] }))
    .filter(({ from, to }) => to > from);
}

/** All values and, unless it lies far off, the place of no difference. */
function domainOf(values: readonly number[]): [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const reach = (most - least || Math.abs(most) || 1) * 1.5;
  const from = least > 0 && least < reach ? 0 : least;
  const to = most < 0 && -most < reach ? 0 : most;
  return from === to ? [from - 1, to + 1] : [from, to];
}

function signed(value: number, unit: Unit): string {
  const said = axisNumber(Math.abs(value), unit);
  return value === 0 ? said : `${value < 0 ? '−' : '+'}${said}`;
}
