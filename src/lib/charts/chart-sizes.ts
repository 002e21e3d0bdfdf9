/**
 * Every chart is laid out twice, for a narrow and for a wide place, and the
 * style sheet shows the one that fits: so it works without scripts, and its
 * text never gets smaller than 12 pixels. Lengths are units of the viewBox;
 * one unit is a little less or more than a pixel.
 */
export const NARROW = 300;
export const WIDE = 720;

/** Size of all text, but for marks of a single letter. */
export const TEXT = 14;
export const SMALL = 13;
export const LINE = 18;

/** True for a layout that stacks what stands side by side in a wide one. */
export function isNarrow(width: number): boolean {
  return width < 600;
}
