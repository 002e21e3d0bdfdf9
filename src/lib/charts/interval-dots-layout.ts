import { scaleLinear } from 'd3-scale';
import type { Unit } from '../measures/measure.ts';
import { cell } from '../words/figures.ts';
import { leastThatCounts } from '../words/how-sure.ts';
import { axisNumbers } from './axis-number.ts';
import { LINE, SMALL, TEXT } from './chart-sizes.ts';
import { textWidth, wrapText } from './text-width.ts';

/** One scenario's estimate; all null says "cannot tell". */
export interface IntervalRow {
  /** Unlike that of every other row. */
  id: string;
  /** Id of its scenario, where `id` is not that. */
  scenario?: string;
  label: string;
  mean: number | null;
  low: number | null;
  high: number | null;
  /** The one the others are compared with, drawn in grey with a line through all rows. */
  baseline?: boolean;
  /** Number of its colour, from 0. */
  series: number;
  /** Heading over this row and those after it that have the same: "Girvan". */
  group?: string;
}

export interface IntervalDotsInput {
  rows: IntervalRow[];
  unit: Unit;
  /** Ends of the axis, when several charts share one; else from the data. */
  domain?: [number, number];
  /** How finely the estimates are said beside each other; else each as on its own. */
  step?: number;
}

/** An axis shows so many times the least difference that counts: what is less must look it. */
const LEAST_SPAN = 10;

export interface DrawnInterval {
  id: string;
  /** Said above the row, where a group begins. */
  heading: { text: string; y: number } | null;
  label: string[];
  /** Height of the first line of its label, and of the row's dot. */
  labelY: number;
  y: number;
  series: number;
  baseline: boolean;
  x: number | null;
  from: number | null;
  to: number | null;
  /** The estimate in figures, after its range or, where that ends at the edge, before it. */
  value: { text: string; x: number; anchor: 'start' | 'middle' } | null;
}

export interface IntervalDotsLayout {
  width: number;
  height: number;
  plotLeft: number;
  plotWidth: number;
  plotBottom: number;
  rows: DrawnInterval[];
  ticks: { x: number; label: string }[];
  /** Where the baseline stands, to be seen from every row of its group. */
  baselines: { x: number; from: number; to: number }[];
}

/** Lay out dots with their ranges on one axis; labels stand above each row when it is narrow. */
export function layoutIntervalDots(input: IntervalDotsInput, width: number): IntervalDotsLayout {
  const above = width < 480;
  const labelWidth = above ? 0 : Math.min(220, width * 0.3);
  const plotLeft = above ? 14 : labelWidth + 14;
  const plotWidth = width - plotLeft - 20;
  const x = scaleLinear()
    .domain(input.domain ?? domainOf(input))
    .range([0, plotWidth]);
  if (!input.domain) x.nice(4);
  const at = (value: number | null) =>
    value === null ? null : Math.round((plotLeft + x(value)) * 10) / 10;
  let y = 0;
  let groupTop = 0;
  const baselines: IntervalDotsLayout['baselines'] = [];
  let baselineX: number | null = null;
  const endGroup = () => {
    if (baselineX !== null) baselines.push({ x: baselineX, from: groupTop, to: y + 4 });
    baselineX = null;
  };
  const rows = input.rows.map((row, index) => {
    const begins = row.group !== undefined && row.group !== input.rows[index - 1]?.group;
    if (begins && index > 0) {
      endGroup();
      y += 8;
    }
    const heading = begins ? { text: shortened(row.group ?? '', width), y: y + TEXT } : null;
    if (begins) {
      y += LINE + 4;
      groupTop = y;
    }
    const label = wrapText(row.label, above ? width - 4 : labelWidth, above ? 2 : 3);
    const words = label.length * LINE;
    const top = y;
    const height = above ? words + 36 : Math.max(row.group === undefined ? 40 : 30, words + 10);
    y += height;
    const [mean, from, to] = [at(row.mean), at(row.low), at(row.high)];
    if (row.baseline) baselineX = mean;
    return {
      id: row.id,
      heading,
      label,
      labelY: above ? top + TEXT : top + (height - words) / 2 + TEXT,
      y: above ? top + words + 14 : top + height / 2,
      series: row.series,
      baseline: row.baseline === true,
      x: mean,
      from,
      to,
      value:
        row.mean === null
          ? null
          : valueAt(cell(row.mean, input.unit, input.step), mean ?? 0, to, width),
    };
  });
  endGroup();
  const plotBottom = y + 4;
  const most = Math.max(2, Math.floor(plotWidth / 60));
  const ticks = x.ticks(Math.min(6, most));
  const labels = axisNumbers(ticks, input.unit);
  return {
    width,
    height: plotBottom + 24,
    plotLeft,
    plotWidth,
    plotBottom,
    rows,
    ticks: spaced(
      ticks.map((tick, index) => ({
        x: at(tick) ?? 0,
        label: labels[index],
      })),
    ),
    baselines,
  };
}

function shortened(text: string, width: number): string {
  return wrapText(text, width * 0.92, 1)[0] ?? '';
}

/** To the right of the range where there is room, else above the dot. */
function valueAt(text: string, mean: number, to: number | null, width: number) {
  const right = Math.max(mean, to ?? mean) + 10;
  return right + textWidth(text, SMALL) <= width
    ? { text, x: right, anchor: 'start' as const }
    : { text, x: mean, anchor: 'middle' as const };
}

function domainOf({ rows, unit }: IntervalDotsInput): [number, number] {
  const values = rows.flatMap(({ mean, low, high }) => [mean, low, high]).filter((v) => v !== null);
  if (values.length === 0) return [0, 1];
  const least = Math.min(...values);
  const most = Math.max(...values);
  const span = Math.max((most - least) * 1.3, LEAST_SPAN * leastThatCounts(unit));
  const from = (least + most - span) / 2;
  const start = least >= 0 ? Math.max(0, from) : from;
  const end = start + span;
  return unit === 'per 100' && most <= 100 && end > 100
    ? [Math.max(0, 100 - span), 100]
    : [start, end];
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
