import { scaleLinear } from 'd3-scale';
import type { ContractRow } from './contract-awards.ts';
import { isNarrow, SMALL } from './chart-sizes.ts';
import { textWidth, wrapText } from './text-width.ts';
import { yearTicks } from './year-ticks.ts';

export interface TimelineInput {
  rows: ContractRow[];
  /** ISO date of the model's start. */
  start: string;
  horizonDays: number;
}

export interface DrawnAward {
  x1: number;
  x2: number;
  /** From here on it is known what comes after. */
  decidedX: number;
  /** False where the award goes on past the right edge. */
  endsInSight: boolean;
}

export interface DrawnContract {
  id: string;
  name: string[];
  says: string[];
  nameY: number;
  /** Top of its bar. */
  y: number;
  recurrent: boolean;
  awards: DrawnAward[];
}

export interface TimelineLayout {
  width: number;
  height: number;
  plotLeft: number;
  plotRight: number;
  plotBottom: number;
  bar: number;
  rows: DrawnContract[];
  ticks: { x: number; label: string }[];
}

const BAR = 16;
const NAMES = 210;
const LINE_HEIGHT = 17;

/** Lay out one bar a contract over calendar years; names stand above the bars when it is narrow. */
export function layoutContractTimeline(input: TimelineInput, width: number): TimelineLayout {
  const above = isNarrow(width);
  const plotLeft = above ? 2 : NAMES + 16;
  const plotRight = width - 14;
  const horizon = Math.max(1, input.horizonDays);
  const x = scaleLinear().domain([0, horizon]).range([plotLeft, plotRight]).clamp(true);
  const nameWidth = above ? width : NAMES;
  let y = 4;
  const rows = input.rows.map((row) => {
    const name = wrapText(row.name, nameWidth, 3);
    const says = row.says ? wrapText(row.says, nameWidth, 2, SMALL) : [];
    const words = (name.length + says.length) * LINE_HEIGHT;
    const height = above ? words + BAR + 26 : Math.max(words, BAR) + 18;
    const top = y;
    y += height;
    return {
      id: row.id,
      name,
      says,
      nameY: top + 13 + (above ? 0 : Math.max(0, BAR - words) / 2),
      y: above ? top + words + 10 : top + (Math.max(words, BAR) - BAR) / 2,
      recurrent: row.recurrent,
      awards: row.awards
        .filter(({ from }) => from < horizon)
        .map(({ from, to, decided }) => ({
          x1: tenths(x(from)),
          x2: tenths(x(to)),
          decidedX: tenths(x(Math.max(from, Math.min(decided, to)))),
          endsInSight: to <= horizon,
        })),
    };
  });
  const room = (plotRight - plotLeft) / (textWidth('2000', SMALL) + 16);
  return {
    width,
    height: y + 26,
    plotLeft,
    plotRight,
    plotBottom: y,
    bar: BAR,
    rows,
    ticks: yearTicks(input.start, 0, horizon, room).map(({ day, label }) => ({
      x: tenths(x(day)),
      label,
    })),
  };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
