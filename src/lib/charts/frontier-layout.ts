import { scaleLinear } from 'd3-scale';
import { axisNumbers } from './axis-number.ts';
import { LINE, SMALL } from './chart-sizes.ts';
import { spacedTicks, type Tick } from './spaced-ticks.ts';
import { textWidth, wrapText } from './text-width.ts';

/** A scenario: what it costs and what people get, each with its range. */
export interface FrontierDot {
  id: string;
  label: string;
  x: Ranged;
  y: Ranged;
  isBaseline: boolean;
  /** True where no other can be better on both. */
  isClear: boolean;
}

export interface Ranged {
  value: number;
  low: number;
  high: number;
}

export interface DrawnDot {
  id: string;
  number: number;
  x: number;
  y: number;
  xRange: [number, number];
  yRange: [number, number];
  isBaseline: boolean;
  isClear: boolean;
  label: { lines: string[]; x: number; y: number; anchor: 'start' | 'end' };
}

export interface FrontierLayout {
  width: number;
  height: number;
  plotLeft: number;
  plotRight: number;
  plotTop: number;
  plotBottom: number;
  dots: DrawnDot[];
  /** Through the clear ones in order of money; empty for fewer than two. */
  line: [number, number][];
  xTicks: Tick[];
  yTicks: { y: number; label: string }[];
}

const HEIGHT = 340;

/** Lay out money along the bottom and what people get upwards; labels keep clear of each other. */
export function layoutFrontier(dots: readonly FrontierDot[], width: number): FrontierLayout {
  const [plotLeft, plotRight] = [44, width - 12];
  const [plotTop, plotBottom] = [26, HEIGHT];
  const x = scaleLinear()
    .domain(domainOf(dots.map((dot) => dot.x)))
    .range([plotLeft, plotRight])
    .nice(4);
  const y = scaleLinear()
    .domain(domainOf(dots.map((dot) => dot.y)))
    .range([plotBottom, plotTop])
    .nice(4);
  const tenth = (value: number) => Math.round(value * 10) / 10;
  const labelWidth = Math.min(190, (plotRight - plotLeft) * 0.42);
  const placed = dots.map((dot, number) => ({
    ...{ id: dot.id, number, x: tenth(x(dot.x.value)), y: tenth(y(dot.y.value)) },
    xRange: [tenth(x(dot.x.low)), tenth(x(dot.x.high))] as [number, number],
    yRange: [tenth(y(dot.y.high)), tenth(y(dot.y.low))] as [number, number],
    isBaseline: dot.isBaseline,
    isClear: dot.isClear,
    lines: wrapText(dot.label, labelWidth, 3, SMALL),
  }));
  // Words keep clear of every dot and of every line of a range.
  const taken = placed.flatMap(({ x, y, xRange, yRange }): Box[] => [
    { left: x - 9, right: x + 9, top: y - 9, bottom: y + 9 },
    { left: xRange[0], right: xRange[1], top: y - 2, bottom: y + 2 },
    { left: x - 2, right: x + 2, top: yRange[0], bottom: yRange[1] },
  ]);
  const drawn = placed.map(({ lines, ...dot }) => {
    const spot = freePlace(dot, lines, taken, { plotLeft, plotRight, plotTop, plotBottom });
    taken.push(spot.box);
    return { ...dot, label: { lines, x: spot.x, y: spot.y, anchor: spot.anchor } };
  });
  const most = Math.max(2, Math.floor((plotRight - plotLeft) / 90));
  // Money is told to the pound: between two of them every number would read alike.
  const xValues = x.ticks(most).filter(Number.isInteger);
  const yValues = y.ticks(5);
  const [xLabels, yLabels] = [axisNumbers(xValues, 'GBP'), axisNumbers(yValues, 'people')];
  const clear = drawn.filter(({ isClear }) => isClear).sort((a, b) => a.x - b.x);
  return {
    ...{ width, height: HEIGHT + 44, plotLeft, plotRight, plotTop, plotBottom, dots: drawn },
    line: clear.length > 1 ? clear.map((dot) => [dot.x, dot.y]) : [],
    xTicks: spacedTicks(
      xValues.map((value, at) => ({ x: tenth(x(value)), label: xLabels[at] })),
      width,
    ),
    yTicks: yValues.map((value, at) => ({ y: tenth(y(value)), label: yLabels[at] })),
  };
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Beside the dot, right or left, level or above or below: the first place that touches nothing. */
function freePlace(
  { x, y }: { x: number; y: number },
  lines: string[],
  taken: readonly Box[],
  plot: { plotLeft: number; plotRight: number; plotTop: number; plotBottom: number },
) {
  const size = Math.max(...lines.map((line) => textWidth(line, SMALL)));
  const tall = lines.length * LINE;
  const places = [0, -1, 1, -1.7, 1.7, -2.6, 2.6, -3.6, 3.6].flatMap((step) =>
    (['start', 'end'] as const).map((anchor) => {
      const at = anchor === 'start' ? x + 12 : x - 12;
      const top = y - tall / 2 + step * (LINE + 4);
      const left = anchor === 'start' ? at : at - size;
      return {
        ...{ x: at, y: top + SMALL, anchor },
        box: { left, right: left + size, top, bottom: top + tall },
      };
    }),
  );
  const fits = ({ box }: (typeof places)[number]) =>
    box.left >= 0 &&
    box.right <= plot.plotRight + 12 &&
    box.top >= plot.plotTop - 18 &&
    box.bottom <= plot.plotBottom + 2;
  const free = ({ box }: (typeof places)[number]) => !taken.some((other) => touch(box, other));
  return places.find((place) => fits(place) && free(place)) ?? places.find(fits) ?? places[0];
}

function touch(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function domainOf(values: readonly Ranged[]): [number, number] {
  const least = Math.min(...values.map(({ low }) => low));
  const most = Math.max(...values.map(({ high }) => high));
  const margin = most > least ? (most - least) * 0.12 : Math.abs(most) * 0.05 || 1;
  return [least >= 0 ? Math.max(0, least - margin) : least - margin, most + margin];
}
