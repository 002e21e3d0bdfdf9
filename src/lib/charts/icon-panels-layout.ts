import { isNarrow, LINE, SMALL } from './chart-sizes.ts';
import { layoutIconArray, type Icon } from './icon-array-layout.ts';
import { wrapText } from './text-width.ts';

/** One scenario's chance, of a hundred; all null says "cannot tell". */
export interface IconPanel {
  id: string;
  title: string;
  value: number | null;
  low: number | null;
  high: number | null;
  /** Number of its colour, from 0. */
  series: number;
  /** Drawn in grey: what the others are compared with. */
  baseline: boolean;
}

export interface IconPanelsInput {
  panels: IconPanel[];
  /** Of whom there are a hundred: "relationships begun". */
  who: string;
  /** "are cut short", "are not": both frames are said with equal weight. */
  does: string;
  doesNot: string;
  /** How finely counts are said, where whole ones would hide a clear difference; absent: whole. */
  step?: number;
}

export interface DrawnIcons {
  id: string;
  /** Stands on its marks, however many lines it has. */
  title: { text: string; y: number }[];
  /** Both frames, and the range. */
  says: string[];
  range: string[];
  x: number;
  y: number;
  series: number;
  baseline: boolean;
  /** Every mark as a point with a round end: a hundred circles each would make pages heavy. */
  full: string;
  open: string;
}

export interface IconPanelsLayout {
  width: number;
  height: number;
  /** From a panel's top to its marks, and to the first line below them. */
  iconsTop: number;
  saysTop: number;
  radius: number;
  panels: DrawnIcons[];
}

const GAP = 24;
const MOST_COLUMNS = 4;
const LARGEST = 150;

/** Lay out a hundred marks for each scenario, beside each other, all of one size. */
export function layoutIconPanels(
  input: IconPanelsInput,
  says: (panel: IconPanel) => { frames: string; range: string },
  width: number,
): IconPanelsLayout {
  const columns = Math.min(isNarrow(width) ? 2 : MOST_COLUMNS, Math.max(2, input.panels.length));
  const panelWidth = (width - GAP * (columns - 1)) / columns;
  const size = Math.min(LARGEST, panelWidth);
  const told = input.panels.map((panel) => ({ panel, ...says(panel) }));
  const texts = told.map(({ panel, frames, range }) => ({
    title: wrapText(panel.title, panelWidth * 0.94, 4),
    says: wrapText(frames, panelWidth, 4, SMALL),
    range: wrapText(range, panelWidth, 3, SMALL),
  }));
  const most = (of: (text: (typeof texts)[number]) => number) => Math.max(1, ...texts.map(of));
  const iconsTop = most(({ title }) => title.length) * LINE + 10;
  const saysTop = iconsTop + size + 8;
  const panelHeight = saysTop + most((text) => text.says.length + text.range.length) * LINE + 6;
  const rows = Math.max(1, Math.ceil(input.panels.length / columns));
  return {
    width,
    height: rows * panelHeight + (rows - 1) * GAP,
    iconsTop,
    saysTop,
    radius: layoutIconArray(0, size).radius,
    panels: input.panels.map((panel, index) => ({
      says: texts[index].says,
      range: texts[index].range,
      title: texts[index].title.map((text, line, all) => ({
        text,
        y: iconsTop - 13 - (all.length - 1 - line) * LINE,
      })),
      id: panel.id,
      x: (index % columns) * (panelWidth + GAP),
      y: Math.floor(index / columns) * (panelHeight + GAP),
      series: panel.series,
      baseline: panel.baseline,
      ...marks(panel.value === null ? [] : layoutIconArray(panel.value, size).icons),
    })),
  };
}

function marks(icons: readonly Icon[]): { full: string; open: string } {
  const path = (full: boolean) =>
    icons
      .filter((icon) => icon.full === full)
      .map(({ cx, cy }) => `M${tenths(cx)} ${tenths(cy)}h.01`)
      .join('');
  return { full: path(true), open: path(false) };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
