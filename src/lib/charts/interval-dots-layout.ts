import { scaleLinear } from 'd3-scale';
import type { Unit } from '../measures/measure.ts';
import { axisNumber } from './axis-number.ts';
import { SMALL } from './chart-sizes.ts';
import { textWidth, wrapText } from './text-width.ts';

/** One scenario's estimate; all null says "cannot tell". */
export interface IntervalRow {
  id: string;
  label: string;
  mean: number | null;
  low: number | null;
  high: number | null;
  /** The one the others are compared with, drawn in grey with a line through all rows. */
  baseline?: boolean;
  /** Number of its colour, from 0. */
  series: number;
}

export interface IntervalDotsInput {
  rows: IntervalRow[];
  unit: Unit;
  /** Ends of the axis, when several charts share one; else from the data. */
  domain?: [number, number];
}

export interface DrawnInterval {
  id: string;
  label: string[];
  y: number;
  series: number;
  baseline: boolean;
  x: number | null;
  from: number | null;
  to: number | null;
}

export interface IntervalDotsLayout {
  width: number;
  height: number;
  plotLeft: number;
  plotWidth: number;
  plotBottom: number;
  rows: DrawnInterval[];
  ticks: { x: number; label: string }[];
  /** Where the baseline stands, to be seen from every row. */
  baselineX: number | null;
}

const ROW = 40;

/** Lay out dots with their ranges on one axis; labels stand above each row when it is narrow. */
export function layoutIntervalDots(input: IntervalDotsInput, width: number): IntervalDotsLayout {
  const above = width < 480;
  const labelWidth = above ? 0 : Math.min(220, width * 0.3);
  const plotLeft = above ? 14 : labelWidth + 14;
  const plotWidth = width - plotLeft - 20;
  const x = scaleLinear()
    .domain(input.domain ?? domainOf(input.rows))
    .range([0, plotWidth]);
  if (!input.domain) x.nice(4);
  const at = (value: number | null) =>
    value === null ? null : Math.round((plotLeft + x(value)) * 10) / 10;
  const top = above ? 20 : 0;
  const plotBottom = input.rows.length * (ROW + top) + 4;
  const rows = input.rows.map((row, index) => ({
    id: row.id,
    label: wrapText(row.label, above ? width : labelWidth, above ? 1 : 2),
    y: index * (ROW + top) + top + ROW / 2,
    series: row.series,
    baseline: row.baseline === true,
    x: at(row.mean),
    from: at(row.low),
    to: at(row.high),
  }));
  const most = Math.max(2, Math.floor(plotWidth / 60));
  return {
    width,
    height: plotBottom + 24,
    plotLeft,
    plotWidth,
    plotBottom,
    rows,
    ticks: spaced(
      x.ticks(Math.min(6, most)).map((tick) => ({
        x: at(tick) ?? 0,
        label: axisNumber(tick, input.unit),
      })),
    ),
    baselineX: rows.find((row) => row.baseline)?.x ?? null,
  };
}

function domainOf(rows: readonly IntervalRow[]): [number, number] {
  const values = rows.flatMap(({ mean, low, high }) => [mean, low, high]).filter((v) => v !== null);
  if (values.length === 0) return [0, 1];
  const least = Math.min(...values);
  const most = Math.max(...values);
  const margin = most > least ? (most - least) * 0.15 : Math.abs(most) * 0.1 || 1;
  return [least >= 0 ? Math.max(0, least - margin) : least - margin, most + margin];
}

/** Leave out labels that would touch the one before. */
function spaced(ticks: { x: number; label: string }[]): { x: number; label: string }[] {
  let end = -Infinity;
  return ticks.filter(({ x, label }) => {
    const half = textWidth(label, SMALL) / 2 + 4;
    if (x - half < end) return false;
    end = x + half;
    return true;
  });
}
