/**
 * The categorical palette of the Scottish Government Design System, in its
 * order: neighbours differ by 3 to 1 in brightness, so they stay apart in
 * greyscale. The colours here stand in files that have no style sheet; on a
 * page the classes of charts.css decide, so that themes can.
 */
export const SERIES = ['#002d54', '#2b9c93', '#6a2063', '#e5682a'] as const;
export const BASELINE = '#949494';
export const PAPER = '#ffffff';

/** At most four series in one picture. */
export const MOST_SERIES = SERIES.length;

/** Solid, dashed, dotted, dash and dot: the same order as the colours. */
export const DASHES = [undefined, '9 4', '1.5 4.5', '10 4 1.5 4'] as const;

/** Colour of the series with this number, from 0; beyond four they come round again. */
export function seriesColour(series: number): string {
  return SERIES[series % MOST_SERIES];
}

/** Class that themes give a colour for filling: "chart-fill-1" for series 0. */
export function fillClass(series: number): string {
  return `chart-fill-${(series % MOST_SERIES) + 1}`;
}

/** Class that themes give a colour for lines: "chart-stroke-1" for series 0. */
export function strokeClass(series: number): string {
  return `chart-stroke-${(series % MOST_SERIES) + 1}`;
}
