import { howManyOf } from '../words/frequencies.ts';
import { plainNumber } from '../words/numbers.ts';
import { stepOf } from '../words/precision.ts';
import { isNarrow, LINE, SMALL } from './chart-sizes.ts';
import { wrapText } from './text-width.ts';

/** What a run says of one way in one scenario. */
export interface PassedOnRow {
  id: string;
  label: string;
  /** People passed on a year; null says "cannot tell". */
  sent: number | null;
  /** Of 100 passed on, those who arrive there; null where nobody is passed on. */
  arrived: number | null;
  series: number;
  baseline: boolean;
}

export interface PassedOnWay {
  id: string;
  from: string;
  to: string;
  rows: PassedOnRow[];
}

export interface PassedOnInput {
  ways: PassedOnWay[];
  /** How many are drawn at most, the busiest; the table has all. */
  most?: number;
}

export interface DrawnPassedOn {
  id: string;
  heading: string[];
  x: number;
  y: number;
  bars: {
    id: string;
    says: string[];
    /** First line of its words, and the bar under them. */
    y: number;
    barY: number;
    /** Up to here people arrive; up to there they are lost on the way. */
    arrivedX: number;
    sentX: number;
    series: number;
    baseline: boolean;
  }[];
}

export interface PassedOnLayout {
  width: number;
  height: number;
  bar: number;
  ways: DrawnPassedOn[];
}

const BAR = 8;
const GAP = 36;

/** Lay out bars for each way, all on one scale: who arrives, and who is lost on the way. */
export function layoutPassedOn(input: PassedOnInput, width: number): PassedOnLayout {
  const columns = isNarrow(width) || input.ways.length < 2 ? 1 : 2;
  const columnWidth = (width - GAP * (columns - 1)) / columns;
  const ways = busiest(input);
  const largest = Math.max(1, ...ways.flatMap(({ rows }) => rows.map(({ sent }) => sent ?? 0)));
  const heights = Array.from({ length: columns }, () => 0);
  const drawn = ways.map((way, index): DrawnPassedOn => {
    // Read across, not down: the busiest stand at the top.
    const column = index % columns;
    const heading = wrapText(`${way.from} to ${way.to}`, columnWidth * 0.92, 3);
    const top = heights[column];
    let y = heading.length * LINE + 4;
    const bars = way.rows.map((row) => {
      const says = wrapText(passedOnSays(row), columnWidth, 3, SMALL);
      const barY = y + says.length * 16 + 2;
      const sentX = ((row.sent ?? 0) / largest) * columnWidth;
      const bar = {
        id: row.id,
        says,
        y: y + SMALL,
        barY,
        arrivedX: tenths((sentX * (row.arrived ?? 0)) / 100),
        sentX: tenths(sentX),
        series: row.series,
        baseline: row.baseline,
      };
      y = barY + BAR + 6;
      return bar;
    });
    heights[column] = top + y + 18;
    return { id: way.id, heading, x: column * (columnWidth + GAP), y: top, bars };
  });
  return { width, height: Math.max(10, ...heights) - 8, bar: BAR, ways: drawn };
}

/** "As it is: 120 a year, 14 of 100 lost". */
export function passedOnSays({ label, sent, arrived }: PassedOnRow): string {
  if (sent === null) return `${label}: cannot tell`;
  const people = plainNumber(sent, stepOf('people', sent));
  if (sent === 0 || arrived === null) return `${label}: nobody`;
  return `${label}: ${people} a year, ${howManyOf(100 - arrived)} of 100 lost`;
}

/** People lost on the way a year, as said in the table. */
export function lostAYear({ sent, arrived }: PassedOnRow): string {
  if (sent === null || arrived === null) return 'cannot tell';
  const lost = (sent * (100 - arrived)) / 100;
  return plainNumber(lost, stepOf('people', lost));
}

/** The ways on which most people go in any scenario. */
function busiest({ ways, most = 8 }: PassedOnInput): PassedOnWay[] {
  const size = ({ rows }: PassedOnWay) => Math.max(0, ...rows.map(({ sent }) => sent ?? 0));
  return [...ways].sort((a, b) => size(b) - size(a)).slice(0, most);
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
