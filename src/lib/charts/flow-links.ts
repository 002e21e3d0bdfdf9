import type { FlowLink } from './flow-of.ts';

/** A box in the picture: what lines need to know of it. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One line from the right edge of a box to the left edge of another. */
export interface Line {
  link: FlowLink;
  path: string;
  /** The head of its arrow. */
  head: string;
  /** Where its number stands, inside the box it comes from. */
  number: { x: number; y: number };
}

export const SLOT = 17;
export const ARRIVALS = 11;
const HEAD = 7;

/** Draw links between the boxes that `from` and `to` name; a link without its boxes is left out. */
export function routeLinks(
  links: readonly FlowLink[],
  from: ReadonlyMap<string, Box>,
  to: ReadonlyMap<string, Box>,
): Line[] {
  const known = links.flatMap((link) => {
    const [start, end] = [from.get(link.from), to.get(link.to)];
    return start && end ? [{ link, start, end }] : [];
  });
  const leaving = spread(known, 'start', 'end', SLOT);
  const arriving = spread(known, 'end', 'start', ARRIVALS);
  return known.map(({ link, start, end }, index) => {
    const [x1, y1] = [start.x + start.width, leaving[index]];
    const [x2, y2] = [end.x - 1, arriving[index]];
    const half = (x2 - HEAD - x1) / 2;
    return {
      link,
      path: `M${x1} ${y1}C${x1 + half} ${y1} ${x2 - HEAD - half} ${y2} ${x2 - HEAD} ${y2}`,
      head: `M${x2} ${y2}l${-HEAD - 1} -4.5v9z`,
      number: { x: x1 - 7, y: y1 + 4.5 },
    };
  });
}

type End = 'start' | 'end';

/** Heights along the edges of the boxes, in the order of the other ends, so that few lines cross. */
function spread(
  entries: readonly Record<End, Box>[],
  here: End,
  there: End,
  widest: number,
): number[] {
  const heights = entries.map(() => 0);
  for (const box of new Set(entries.map((entry) => entry[here]))) {
    const ports = entries
      .map((entry, index) => ({ index, at: entry[here], far: middle(entry[there]) }))
      .filter(({ at }) => at === box)
      .sort((a, b) => a.far - b.far || a.index - b.index);
    const step = Math.min(widest, (box.height - 10) / Math.max(1, ports.length - 1));
    ports.forEach(({ index }, place) => {
      heights[index] = middle(box) + (place - (ports.length - 1) / 2) * step;
    });
  }
  return heights.map((height) => Math.round(height * 10) / 10);
}

function middle(box: Box): number {
  return box.y + box.height / 2;
}
