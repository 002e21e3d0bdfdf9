import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Unit } from '../measures/measure.ts';
import { DAYS_A_MONTH } from '../words/durations.ts';
import { axisNumbers } from './axis-number.ts';
import type { ChartPart } from './chart-parts.ts';
import { isNarrow, LINE, SMALL } from './chart-sizes.ts';
import { freeSpot, type Spot } from './free-spot.ts';
import { DASHES, MOST_SERIES } from './palette.ts';
import { areaPath, linePath } from './line-path.ts';
import { spreadLabels } from './spread-labels.ts';
import { textWidth, wrapText } from './text-width.ts';
import { yearTicks } from './year-ticks.ts';

/** One value a month from the model's start; null where nothing was measured. */
export type Months = readonly (number | null)[];

export interface MultiplesLine {
  id: string;
  label: string;
  /** Number of its colour, from 0: the same scenario has the same in every chart. */
  series: number;
  values: Months;
  /** Where eight in ten single futures lie; drawn where the line stands alone. */
  band?: MonthsBand | null;
}

/** One entry for each stretch of `months` months from the model's start. */
export interface MonthsBand {
  months: number;
  low: readonly number[];
  high: readonly number[];
}

export interface MultiplesPanel {
  id: string;
  title: string;
  /** At most four; with more, each line gets a panel of its own. */
  lines: MultiplesLine[];
  /** Drawn in grey in the same panel; null where there is nothing to compare with. */
  baseline: Months | null;
  /** Where eight in ten single futures of the baseline lie: hatched. */
  baselineBand?: MonthsBand | null;
}

export interface MultiplesInput {
  panels: MultiplesPanel[];
  /** What the grey line is called: "as it is". */
  baselineLabel: string;
  /** ISO date of the model's start. */
  start: string;
  unit: Unit;
}

export interface DrawnLine {
  id: string;
  series: number;
  path: string;
  dash: string | undefined;
  label: EndLabel | null;
  /** Both edges of its band, where it has one and stands alone. */
  band: { low: string; high: string } | null;
}

/** The name at the end of a line; `from` is the height at which its line ends. */
export interface EndLabel {
  lines: string[];
  x: number;
  y: number;
  from: number;
}

export interface DrawnPanel {
  id: string;
  title: string[];
  /** Colour of the panel's only line, shown beside its title; null with several lines. */
  titleSeries: number | null;
  x: number;
  y: number;
  baseline: string | null;
  baselineBand: string | null;
  baselineSpot: Spot | null;
  lines: DrawnLine[];
  /** True where there is not one value to draw. */
  empty: boolean;
}

export interface MultiplesLayout {
  width: number;
  height: number;
  plotLeft: number;
  plotTop: number;
  plotWidth: number;
  plotHeight: number;
  panels: DrawnPanel[];
  /** A row of panels each: they keep together with their titles. */
  parts: ChartPart[];
  yTicks: { y: number; label: string }[];
  xTicks: { x: number; label: string }[];
  baselineLabel: string;
}

interface Plot {
  x: (month: number) => number;
  y: (value: number) => number;
  plotWidth: number;
  plotHeight: number;
}

const GAP = 24;
const LABEL_LINE = 16;

/** Lay out one panel for each entry, all with the same axes, so that heights may be compared. */
export function layoutSmallMultiples(input: MultiplesInput, width: number): MultiplesLayout {
  const panels = withFewLines(input.panels);
  const labelled = panels.some(({ lines }) => lines.length > 1);
  const columns = columnsFor(panels.length, width, labelled);
  const panelWidth = (width - GAP * (columns - 1)) / columns;
  const all = panels.flatMap(({ lines, baseline }) => [
    ...lines.map(({ values }) => values),
    ...(baseline ? [baseline] : []),
  ]);
  const bands = panels.flatMap(({ lines, baselineBand }) => [
    ...(lines.length === 1 ? [lines[0].band?.high ?? []] : []),
    baselineBand?.high ?? [],
  ]);
  const highest = max([...all, ...bands], (values) => max(values, (value) => value ?? 0)) ?? 0;
  const months = Math.max(2, max(all, (values) => values.length) ?? 0);

  const y = scaleLinear()
    .domain([0, highest > 0 ? highest : 1])
    .nice(4);
  const ticks = y.ticks(4);
  const labels = axisNumbers(ticks, input.unit);
  const plotLeft = Math.max(...labels.map((label) => textWidth(label, SMALL))) + 8;
  const labelWidth = labelled ? (isNarrow(width) ? 96 : 122) : 12;
  const plotWidth = panelWidth - plotLeft - labelWidth;
  const plotHeight = isNarrow(width) ? 130 : 150;
  const titles = panels.map(({ title }) => wrapText(title, panelWidth - 36, 2));
  const plotTop = Math.max(1, ...titles.map((lines) => lines.length)) * LINE + 14;
  const panelHeight = plotTop + plotHeight + 26;
  const rowTop = (row: number) => row * (panelHeight + GAP);
  const x = scaleLinear()
    .domain([0, months - 1])
    .range([0, plotWidth]);
  y.range([plotHeight, 0]);
  const plot = { x, y, plotWidth, plotHeight };
  const rows = Math.max(1, Math.ceil(panels.length / columns));
  return {
    width,
    height: rowTop(rows) - GAP,
    parts: Array.from({ length: rows }, (_, row) => ({ y: rowTop(row), height: panelHeight })),
    plotLeft,
    plotTop,
    plotWidth,
    plotHeight,
    yTicks: ticks.map((tick, index) => ({ y: y(tick), label: labels[index] })),
    xTicks: yearTicks(input.start, 0, (months - 1) * DAYS_A_MONTH, plotWidth / 46).map(
      ({ day, label }) => ({ x: x(day / DAYS_A_MONTH), label }),
    ),
    baselineLabel: input.baselineLabel,
    panels: panels.map((panel, index) => ({
      id: panel.id,
      title: titles[index],
      x: (index % columns) * (panelWidth + GAP),
      y: rowTop(Math.floor(index / columns)),
      ...drawPanel(panel, input.baselineLabel, plot, labelWidth),
    })),
  };
}

function drawPanel(panel: MultiplesPanel, baselineLabel: string, plot: Plot, labelWidth: number) {
  const single = panel.lines.length === 1;
  const points = panel.lines.map(({ values }) => pointsOf(values, plot));
  const grey = panel.baseline ? pointsOf(panel.baseline, plot) : [];
  const labels = single ? [null] : endLabels(panel.lines, points, plot, labelWidth);
  return {
    titleSeries: single ? panel.lines[0].series : null,
    baseline: panel.baseline && grey.length > 0 ? pathOf(panel.baseline, plot) : null,
    baselineBand: panel.baselineBand ? areaOf(panel.baselineBand, plot) : null,
    baselineSpot: freeSpot(grey, points, textWidth(baselineLabel, SMALL) + 4, plot),
    lines: panel.lines.map(({ id, series, values, band }, index) => ({
      id,
      series,
      path: pathOf(values, plot),
      dash: single ? undefined : DASHES[series % MOST_SERIES],
      label: labels[index],
      band:
        single && band
          ? { low: edgeOf(band, band.low, plot), high: edgeOf(band, band.high, plot) }
          : null,
    })),
    empty: grey.length === 0 && points.every((line) => line.length === 0),
  };
}

/** Names at the ends of the lines, spread so that none overlap; a line without values has none. */
function endLabels(
  lines: readonly MultiplesLine[],
  points: readonly (readonly [number, number])[][],
  { plotWidth, plotHeight }: Plot,
  labelWidth: number,
): (EndLabel | null)[] {
  const texts = lines.map(({ label }) => wrapText(label, labelWidth - 16, 3, SMALL));
  const shown = lines.map((_, index) => index).filter((index) => points[index].length > 0);
  const ends = shown.map((index) => points[index][points[index].length - 1][1]);
  const middles = spreadLabels(
    shown.map((index, place) => ({
      at: ends[place],
      size: texts[index].length * LABEL_LINE + 3,
    })),
    -12,
    plotHeight + 20,
  );
  const labels: (EndLabel | null)[] = lines.map(() => null);
  shown.forEach((index, place) => {
    const above = ((texts[index].length - 1) * LABEL_LINE) / 2;
    labels[index] = {
      lines: texts[index],
      x: plotWidth + 14,
      y: tenths(middles[place] - above),
      from: tenths(ends[place]),
    };
  });
  return labels;
}

function pointsOf(values: Months, { x, y }: Plot): (readonly [number, number])[] {
  return values.flatMap((value, month) => (value === null ? [] : [[x(month), y(value)] as const]));
}

/** A gap in the values is a gap in the line; a value alone becomes a dot by its round cap. */
function pathOf(values: Months, { x, y }: Plot): string {
  return linePath(
    values.map((value, month) => (value === null ? null : [tenths(x(month)), tenths(y(value))])),
  );
}

/** A stretch stands at its middle; the first and the last reach to the ends of the plot. */
function stretches({ months, low, high }: MonthsBand, { x, plotWidth }: Plot) {
  return low.map((_, index) => ({
    x:
      index === 0
        ? 0
        : index === low.length - 1
          ? plotWidth
          : Math.min(plotWidth, x((index + 0.5) * months - 0.5)),
    low: low[index],
    high: high[index],
  }));
}

function areaOf(band: MonthsBand, plot: Plot): string {
  return areaPath(
    stretches(band, plot).map(({ x, low, high }) => ({
      x: tenths(x),
      low: tenths(plot.y(low)),
      high: tenths(plot.y(high)),
    })),
  );
}

function edgeOf(band: MonthsBand, values: readonly number[], plot: Plot): string {
  return linePath(
    stretches(band, plot).map(({ x }, index) => [tenths(x), tenths(plot.y(values[index]))]),
  );
}

/** More than four lines in a panel cannot be told apart: give each its own. */
function withFewLines(panels: readonly MultiplesPanel[]): MultiplesPanel[] {
  return panels.flatMap((panel) => {
    if (panel.lines.length <= MOST_SERIES) return [panel];
    return panel.lines.map((line) => ({
      id: `${panel.id}-${line.id}`,
      title: panels.length === 1 ? line.label : `${panel.title}: ${line.label}`,
      lines: [line],
      baseline: panel.baseline,
      baselineBand: panel.baselineBand,
    }));
  });
}

function columnsFor(panels: number, width: number, labelled: boolean): number {
  if (isNarrow(width) || panels <= 1) return 1;
  return labelled || panels === 2 || panels === 4 ? 2 : 3;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
