/** One of a hundred marks in ten rows of ten. */
export interface Icon {
  cx: number;
  cy: number;
  /** Full for those who do, an open ring for those who do not. */
  full: boolean;
}

export interface IconArrayLayout {
  width: number;
  height: number;
  radius: number;
  icons: Icon[];
}

/**
 * Lay out `count` full marks of a hundred, filled row by row from the top.
 * `count` is rounded to a whole mark: nobody is half a person.
 */
export function layoutIconArray(count: number, width: number): IconArrayLayout {
  const full = Math.max(0, Math.min(100, Math.round(count)));
  const cell = width / 10;
  return {
    width,
    height: width,
    radius: cell * 0.34,
    icons: Array.from({ length: 100 }, (_, index) => ({
      cx: ((index % 10) + 0.5) * cell,
      cy: (Math.floor(index / 10) + 0.5) * cell,
      full: index < full,
    })),
  };
}
