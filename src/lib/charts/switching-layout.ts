import { scaleLinear } from 'd3-scale';
import { LINE, SMALL, TEXT } from './chart-sizes.ts';
import { textWidth, wrapText } from './text-width.ts';

/** A figure put in: its range, its value now, and the value at which the preference changes. */
export interface SwitchingRow {
  id: string;
  label: string;
  low: number;
  best: number;
  high: number;
  /** Null: nowhere within the range. */
  at: number | null;
  words: { low: string; best: string; high: string; at: string };
  /** On which side of `at` the preference is the other one. */
  side: 'above' | 'below';
}

export interface DrawnSwitching {
  id: string;
  label: string[];
  labelY: number;
  y: number;
  from: number;
  to: number;
  /** The value now, and its words. */
  now: Spot;
  /** The value at which the preference changes. */
  turn: Spot | null;
  /** The part of the range in which the preference is the other one. */
  other: { from: number; to: number } | null;
  ends: { low: string; high: string; y: number };
}

interface Spot {
  x: number;
  words: string;
  textX: number;
  textY: number;
}

export interface SwitchingLayout {
  width: number;
  height: number;
  rows: DrawnSwitching[];
}

/** Lay out ranges one under the other, each from its own low to its own high end. */
export function layoutSwitching(rows: readonly SwitchingRow[], width: number): SwitchingLayout {
  const above = width < 480;
  const labelWidth = above ? 0 : Math.min(230, width * 0.32);
  const left = above ? 6 : labelWidth + 18;
  const right = width - 8;
  let y = 0;
  const drawn = rows.map((row): DrawnSwitching => {
    const label = wrapText(row.label, above ? width - 4 : labelWidth, 3);
    const words = label.length * LINE;
    const top = above ? y + words : y;
    const middle = top + 26;
    const labelY = above ? y + TEXT : y + Math.max(0, (72 - words) / 2) + TEXT;
    y += above ? words + 78 : Math.max(78, words + 12);
    const x = scaleLinear().domain([row.low, row.high]).range([left, right]);
    const spot = (value: number, said: string, textY: number): Spot => {
      const half = textWidth(said, SMALL) / 2;
      const at = Math.round(x(value) * 10) / 10;
      return {
        x: at,
        words: said,
        textX: Math.min(Math.max(at, left + half), right - half),
        textY,
      };
    };
    const turn =
      row.at === null ? null : spot(row.at, `turns at about ${row.words.at}`, middle - 13);
    return {
      ...{ id: row.id, label, labelY, y: middle, from: left, to: right, turn },
      now: spot(row.best, `now ${row.words.best}`, middle + 21),
      other:
        turn && (row.side === 'above' ? { from: turn.x, to: right } : { from: left, to: turn.x }),
      ends: { low: row.words.low, high: row.words.high, y: middle + 38 },
    };
  });
  return { width, height: y, rows: drawn };
}
