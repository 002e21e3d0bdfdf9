import { scaleLinear } from 'd3-scale';
import type { EndingCurves } from '../comparison/summary.ts';
import { DAYS_A_MONTH } from '../words/durations.ts';
import { endingWords } from '../words/endings.ts';
import { endedBy } from '../words/ended-by.ts';
import { howManyOf } from '../words/frequencies.ts';
import { isNarrow, LINE, SMALL } from './chart-sizes.ts';
import { areaPath, linePath } from './line-path.ts';
import { spreadLabels } from './spread-labels.ts';
import { textWidth, wrapText } from './text-width.ts';

export interface EndingsPanel {
  id: string;
  title: string;
  curves: EndingCurves;
}

export interface EndingsInput {
  panels: EndingsPanel[];
  /** Longest time together that is drawn, days; else as far as the curves go. */
  untilDays?: number;
  /** How finely shares of a hundred are said, as the figures they stand beside; else in ones. */
  step?: number;
}

/** How a band is filled: a colour of the palette, two greys, or hatched for planned endings. */
export type BandLook = 0 | 1 | 2 | 'grey' | 'light' | 'hatched' | 'hatched-open';

export interface DrawnBand {
  id: string;
  look: BandLook;
  path: string;
  label: { text: string; y: number; from: number };
}

export interface DrawnEndings {
  id: string;
  title: string[];
  /** "37 of 100 cut short, 41 ended as planned or introduced on". */
  says: string[];
  x: number;
  y: number;
  bands: DrawnBand[];
  /** Top of everything cut short, drawn as one strong line. */
  cutShortEdge: string | null;
  /** The height it ends at: the bracket at the right goes from there to the bottom. */
  cutShortEnd: number | null;
  stillGoing: { text: string; y: number; from: number } | null;
  empty: boolean;
}

export interface EndingsLayout {
  width: number;
  height: number;
  plotLeft: number;
  plotTop: number;
  plotWidth: number;
  plotHeight: number;
  xTicks: { x: number; label: string }[];
  yTicks: { y: number; label: string }[];
  panels: DrawnEndings[];
}

interface Band {
  id: string;
  look: BandLook;
  label: string;
  reasons: string[];
}

/** From the bottom up: cut short, then other ways; planned endings hang from the top. */
const RISING: Band[] = [
  band('funding-ended', 0),
  band('worker-left', 1),
  band('time-limit', 2),
  band('left-early', 'grey'),
  {
    id: 'other-ways',
    look: 'light',
    label: 'other ways',
    reasons: ['persons-choice', 'other-life-event', 'moved-on-cold'],
  },
];
const HANGING: Band[] = [band('planned-ending', 'hatched'), band('moved-on-warm', 'hatched-open')];
const BAND_LABELS = [...RISING, ...HANGING].map(({ label }) => label);
const KNOWN = new Set([...RISING, ...HANGING].flatMap(({ reasons }) => reasons));

const GAP = 28;
const LABEL_LEFT = 18;

/** Lay out how relationships end by time together, one panel a scenario, all on the same axes. */
export function layoutEndingCurves(input: EndingsInput, width: number): EndingsLayout {
  const columns = isNarrow(width) || input.panels.length === 1 ? 1 : 2;
  const panelWidth = (width - GAP * (columns - 1)) / columns;
  const plotLeft = 32;
  const widest = (input.step ?? 1) < 1 ? '99.9' : '99';
  const labelWidth =
    LABEL_LEFT + Math.max(...BAND_LABELS.map((label) => textWidth(`${label} ${widest}`, SMALL)));
  const plotWidth = Math.min(460, panelWidth - plotLeft - labelWidth);
  const plotHeight = 230;
  const lastDay = Math.max(1, ...input.panels.map(({ curves }) => curves.days.at(-1) ?? 0));
  const until = Math.min(lastDay, input.untilDays ?? lastDay);
  const x = scaleLinear().domain([0, until]).range([0, plotWidth]);
  const y = scaleLinear().domain([0, 1]).range([plotHeight, 0]);

  const titles = input.panels.map(({ title }) => wrapText(title, panelWidth - plotLeft, 2));
  const says = input.panels.map(({ curves }) =>
    summary(curves, { ...input, until }, panelWidth - plotLeft),
  );
  const headLines = Math.max(1, ...titles.map((lines, i) => lines.length + says[i].length));
  const plotTop = headLines * LINE + 12;
  const panelHeight = plotTop + plotHeight + 44;
  const rows = Math.max(1, Math.ceil(input.panels.length / columns));
  return {
    width,
    height: rows * panelHeight + (rows - 1) * GAP,
    plotLeft,
    plotTop,
    plotWidth,
    plotHeight,
    xTicks: monthTicks(until, plotWidth).map((month) => ({
      x: tenths(x(month * DAYS_A_MONTH)),
      label: `${month}`,
    })),
    yTicks: [0, 0.25, 0.5, 0.75, 1].map((share) => ({ y: y(share), label: `${share * 100}` })),
    panels: input.panels.map((panel, index) => ({
      id: panel.id,
      title: titles[index],
      says: says[index],
      x: (index % columns) * (panelWidth + GAP),
      y: Math.floor(index / columns) * (panelHeight + GAP),
      ...drawPanel(panel.curves, { ...input, until }, x, y, plotHeight),
    })),
  };
}

/** Up to which day is drawn, and how finely its shares are said. */
interface Said {
  until: number;
  step?: number;
}

function drawPanel(
  curves: EndingCurves,
  { until, step }: Said,
  x: (day: number) => number,
  y: (share: number) => number,
  plotHeight: number,
) {
  const points = curves.days.map((day, at) => ({ day, at })).filter(({ day }) => day <= until);
  const bottom = points.map(() => 0);
  const top = points.map(() => 1);
  const drawn: { band: Band; lower: number[]; upper: number[]; size: number }[] = [];
  const rising = [...RISING, ...unknownBands(curves)];
  for (const entry of [...rising, ...HANGING]) {
    const sizes = points.map(({ at }) => shareOf(curves, entry, at));
    if (sizes.every((size) => size === 0)) continue;
    const hangs = HANGING.includes(entry);
    const edge = hangs ? top : bottom;
    const from = [...edge];
    sizes.forEach((size, index) => (edge[index] += hangs ? -size : size));
    const size = sizes[sizes.length - 1];
    drawn.push({
      band: entry,
      lower: hangs ? [...edge] : from,
      upper: hangs ? from : [...edge],
      size,
    });
  }
  const last = points.length - 1;
  const going = last < 0 ? 0 : top[last] - bottom[last];
  const wanted = drawn.map(({ lower, upper }) => ({
    at: y((lower[last] + upper[last]) / 2),
    size: 17,
  }));
  if (going > 0.005) wanted.push({ at: y((top[last] + bottom[last]) / 2), size: 17 });
  const middles = spreadLabels(wanted, -8, plotHeight + 8).map(tenths);
  const path = (edge: number[]) =>
    linePath(points.map(({ day }, index) => [tenths(x(day)), tenths(y(edge[index]))]));
  const cutShort = drawn.filter(({ band: { look } }) => typeof look === 'number').at(-1);
  return {
    bands: drawn.map(({ band: { id, look, label }, lower, upper, size }, index) => ({
      id,
      look,
      path: areaPath(
        points.map(({ day }, place) => ({
          x: tenths(x(day)),
          low: tenths(y(lower[place])),
          high: tenths(y(upper[place])),
        })),
      ),
      label: {
        text: `${label} ${short(size, step)}`,
        y: middles[index],
        from: tenths(wanted[index].at),
      },
    })),
    cutShortEdge: cutShort ? path(cutShort.upper) : null,
    cutShortEnd: cutShort ? tenths(y(cutShort.upper[last])) : null,
    stillGoing:
      going > 0.005
        ? {
            text: `still going ${short(going, step)}`,
            y: middles[drawn.length],
            from: tenths(wanted[drawn.length].at),
          }
        : null,
    empty: drawn.length === 0,
  };
}

function summary(curves: EndingCurves, { until, step }: Said, width: number): string[] {
  if (curves.reasons.length === 0 || curves.days.length === 0) return [];
  const { cutShort, asPlanned } = endedBy(curves, until);
  // Both bands that hang from the top are summed, so both are named.
  const isIntroduced = curves.shares[curves.reasons.indexOf('moved-on-warm')]?.some((at) => at > 0);
  const ended = `ended as planned${isIntroduced ? ' or introduced on' : ''}`;
  const words = `${short(cutShort / 100, step)} of 100 cut short, ${short(asPlanned / 100, step)} ${ended}`;
  return wrapText(words, width, 2, SMALL);
}

/** "21"; "<1" where a label has no room for "fewer than 1". */
function short(share: number, step?: number): string {
  return howManyOf(share * 100, 100, step)
    .replace('fewer than ', '<')
    .replace('more than ', '>');
}

function shareOf(curves: EndingCurves, { reasons }: Band, at: number): number {
  return reasons.reduce((sum, id) => {
    const index = curves.reasons.indexOf(id);
    return index < 0 ? sum : sum + curves.shares[index][at];
  }, 0);
}

/** Reasons of a later version of the model still take up their share of the hundred. */
function unknownBands(curves: EndingCurves): Band[] {
  return curves.reasons
    .filter((id) => !KNOWN.has(id) && endingWords(id).kind !== 'going-on')
    .map((id) => band(id, 'light'));
}

/** Whole months with room for their labels: every 3, 6, 12 or 24. */
function monthTicks(until: number, plotWidth: number): number[] {
  const months = Math.floor(until / DAYS_A_MONTH + 0.01);
  const step = [1, 3, 6, 12, 24].find((size) => months / size <= plotWidth / 30) ?? 60;
  return Array.from({ length: Math.floor(months / step) + 1 }, (_, index) => index * step);
}

function band(id: string, look: BandLook): Band {
  return { id, look, label: endingWords(id).short, reasons: [id] };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
