import { scaleLinear } from 'd3-scale';
import type { Unit } from '../measures/measure.ts';
import { axisNumbers } from './axis-number.ts';
import { LINE, SMALL } from './chart-sizes.ts';
import { textWidth, wrapText } from './text-width.ts';

/** One scenario's futures: values at the quantiles (i − 0.5) / n, upwards; none says "cannot tell". */
export interface QuantileRow {
  id: string;
  label: string;
  /** A few words under the name: "18 of 20 lie between 23 and 31 days". */
  says: string;
  futures: readonly number[];
  series: number;
  baseline: boolean;
}

export interface QuantileDotsInput {
  rows: QuantileRow[];
  unit: Unit;
  /** A value that parts the dots, with a line through all rows; dots that are not better are open. */
  split: { at: number; label: string; better: 'higher' | 'lower' | 'neither' } | null;
}

export interface DrawnDot {
  cx: number;
  cy: number;
  open: boolean;
}

export interface DrawnFutures {
  id: string;
  label: string[];
  says: string[];
  /** Top of its words, and the line that its dots stand on. */
  y: number;
  ground: number;
  series: number;
  baseline: boolean;
  dots: DrawnDot[];
}

export interface QuantileDotsLayout {
  width: number;
  height: number;
  plotLeft: number;
  plotRight: number;
  plotBottom: number;
  radius: number;
  rows: DrawnFutures[];
  ticks: { x: number; label: string }[];
  split: { x: number; label: string; anchor: 'start' | 'end' } | null;
  /** What the axis counts, under it. */
  unit: string;
}

const SIZES = [13, 11, 9, 7, 5];
const TALLEST = 100;
const EDGE = 10;

/**
 * Lay out one dot for each future, stacked where they would overlap, one row a
 * scenario on a shared axis. Dots are made smaller until no stack is too tall.
 */
export function layoutQuantileDots(
  input: QuantileDotsInput,
  unit: string,
  width: number,
): QuantileDotsLayout {
  const [plotLeft, plotRight] = [EDGE, width - EDGE];
  const x = scaleLinear().domain(domainOf(input)).nice(5).range([plotLeft, plotRight]);
  const origin = input.split ? x(input.split.at) : plotLeft;
  const isAbove = input.split?.better !== 'higher';
  const stacksOf = (size: number) =>
    input.rows.map(({ futures }) => stacked(futures.map(x), size, origin, isAbove));
  const size =
    SIZES.find((diameter) =>
      stacksOf(diameter).every((dots) =>
        dots.every(({ level }) => (level + 1) * diameter <= TALLEST),
      ),
    ) ?? SIZES[SIZES.length - 1];
  const stacks = stacksOf(size);
  let y = input.split ? LINE : 0;
  const rows = input.rows.map((row, index): DrawnFutures => {
    const label = wrapText(row.label, width * 0.94, 2);
    const says = row.futures.length === 0 ? ['Cannot tell'] : wrapText(row.says, width, 2, SMALL);
    const levels = Math.max(0, ...stacks[index].map(({ level }) => level + 1));
    const top = y;
    const ground = top + (label.length + says.length) * LINE + 8 + Math.max(1, levels) * size;
    y = ground + 18;
    return {
      id: row.id,
      label,
      says,
      y: top,
      ground,
      series: row.series,
      baseline: row.baseline,
      dots: stacks[index].map(({ cx, level }, dot) => ({
        cx: tenths(cx),
        cy: tenths(ground - (level + 0.5) * size),
        open: isOpen(row.futures[dot], input.split),
      })),
    };
  });
  const plotBottom = y - 10;
  const splitX = input.split ? tenths(x(input.split.at)) : 0;
  const ticks = x.ticks(Math.max(2, Math.floor((plotRight - plotLeft) / 80)));
  const labels = axisNumbers(ticks, input.unit);
  return {
    width,
    height: plotBottom + 44,
    plotLeft,
    plotRight,
    plotBottom,
    radius: size / 2 - 0.75,
    rows,
    ticks: spaced(
      ticks.map((tick, index) => ({
        x: tenths(x(tick)),
        label: labels[index],
      })),
    ),
    split: input.split
      ? {
          x: splitX,
          label: input.split.label,
          anchor: splitX + textWidth(input.split.label, SMALL) + 6 > width ? 'end' : 'start',
        }
      : null,
    unit,
  };
}

/**
 * Bins as wide as a dot, from what parts the dots, so that each stands on its
 * own side; one on the line itself stands on the side that is not better.
 */
function stacked(places: readonly number[], size: number, origin: number, isAbove: boolean) {
  const heights = new Map<number, number>();
  return places.map((at) => {
    const place = (at - origin) / size;
    const bin = isAbove ? Math.floor(place) : Math.ceil(place) - 1;
    const level = heights.get(bin) ?? 0;
    heights.set(bin, level + 1);
    return { cx: origin + (bin + 0.5) * size, level };
  });
}

/** A future in which nothing is gained is an open dot. */
function isOpen(value: number, split: QuantileDotsInput['split']): boolean {
  if (!split || split.better === 'neither') return false;
  return split.better === 'higher' ? value <= split.at : value >= split.at;
}

function domainOf({ rows, split }: QuantileDotsInput): [number, number] {
  const values = [...rows.flatMap(({ futures }) => futures), ...(split ? [split.at] : [])];
  if (values.length === 0) return [0, 1];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const margin = most > least ? (most - least) * 0.08 : Math.abs(most) * 0.1 || 1;
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

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
