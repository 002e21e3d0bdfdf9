import { filesOfTexts, type ModelTexts } from '../portfolio/model-texts.ts';
import { textOf } from './text-steps.ts';

/** A stretch of lines of one file that two versions write differently. */
export interface DifferingLines {
  file: string;
  /** Of the first line in `mine`, from 1. */
  line: number;
  mine: string[];
  theirs: string[];
}

/** Lines beyond which a stretch is told as one piece: finding the least would take too long. */
const mostCompared = 2000;

/** Return where two versions of a model differ, file by file, in stretches of lines. */
export function differingLines(mine: ModelTexts, theirs: ModelTexts): DifferingLines[] {
  const files = new Set([...filesOfTexts(mine), ...filesOfTexts(theirs)].map(({ path }) => path));
  return [...files].flatMap((file) => {
    const stretches = between(linesOf(textOf(mine, file)), linesOf(textOf(theirs, file)));
    return stretches.map((stretch) => ({ file, ...stretch }));
  });
}

function linesOf(text: string | null): string[] {
  return text === null ? [] : text.split(/\r?\n/);
}

function between(mine: string[], theirs: string[]) {
  let head = 0;
  while (head < mine.length && head < theirs.length && mine[head] === theirs[head]) head++;
  let tail = 0;
  while (
    tail < Math.min(mine.length, theirs.length) - head &&
    mine.at(-1 - tail) === theirs.at(-1 - tail)
  ) {
    tail++;
  }
  const own = mine.slice(head, mine.length - tail);
  const other = theirs.slice(head, theirs.length - tail);
  if (own.length === 0 && other.length === 0) return [];
  if (own.length > mostCompared || other.length > mostCompared) {
    return [{ line: head + 1, mine: own, theirs: other }];
  }
  return stretchesOf(own, other, head);
}

/** The longest common lines, by the textbook table; what lies between them are the stretches. */
function stretchesOf(own: string[], other: string[], head: number) {
  const width = other.length + 1;
  const lengths = new Uint16Array((own.length + 1) * width);
  for (let i = own.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        own[i] === other[j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  const found: { line: number; mine: string[]; theirs: string[] }[] = [];
  let i = 0;
  let j = 0;
  let open: (typeof found)[number] | null = null;
  while (i < own.length || j < other.length) {
    if (i < own.length && j < other.length && own[i] === other[j]) {
      open = null;
      i++;
      j++;
      continue;
    }
    if (!open) found.push((open = { line: head + i + 1, mine: [], theirs: [] }));
    const isMine =
      j >= other.length ||
      (i < own.length && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]);
    if (isMine) open.mine.push(own[i++]);
    else open.theirs.push(other[j++]);
  }
  return found;
}
