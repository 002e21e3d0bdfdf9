import { TEXT } from './chart-sizes.ts';

/** Widths in thousandths of the size, those of Helvetica rounded up a little: fonts differ. */
const CLASSES: [string, number][] = [
  ["ijl'|", 240],
  [' .,:;!/ftI()[]-·', 320],
  ['r"', 360],
  ['ckszvxyJ', 520],
  ['w', 740],
  ['mM%', 870],
  ['W…', 980],
  ['ABEKPSVXY&', 690],
  ['CDHNRUGOQ', 750],
];

const widths = new Map(CLASSES.flatMap(([letters, width]) => [...letters].map((l) => [l, width])));

/** Return how wide a line of text will be at most, near enough to lay it out without a browser. */
export function textWidth(text: string, size = TEXT): number {
  let sum = 0;
  for (const letter of text) sum += widths.get(letter) ?? 560;
  return (sum * size) / 1000;
}

/**
 * Break text into at most `most` lines that fit `width`; what is left over is
 * cut with an ellipsis. A word that is too long by itself is cut too.
 */
export function wrapText(text: string, width: number, most = 2, size = TEXT): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const lines: string[] = [];
  while (words.length > 0 && lines.length < most) {
    let line = words.shift() as string;
    if (lines.length === most - 1) line = [line, ...words.splice(0)].join(' ');
    while (words.length > 0 && textWidth(`${line} ${words[0]}`, size) <= width) {
      line += ` ${words.shift()}`;
    }
    lines.push(shortened(line, width, size));
  }
  return lines;
}

function shortened(line: string, width: number, size: number): string {
  if (textWidth(line, size) <= width) return line;
  let cut = line;
  while (cut.length > 1 && textWidth(`${cut}…`, size) > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}
