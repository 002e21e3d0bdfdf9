import type { FlowLink } from './flow-of.ts';

/** A box in the picture: what lines need to know of it. */
export interface Box {
  column: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One line between two boxes, with the head of its arrow and where its number stands. */
export interface Line {
  link: FlowLink;
  path: string;
  head: string;
  number: { x: number; y: number; inside: boolean };
}

const SLOT = 17;
const HEAD = 7;
const LANE = 13;
const CORNER = 8;

/**
 * Route every link: to the right as a curve, back to the left as a curve from
 * the left edge, and within a column round its right side, each in a lane of
 * its own, so that no two lie on one another.
 */
export function routeLinks(links: readonly FlowLink[], boxes: ReadonlyMap<string, Box>): Line[] {
  const known = links.flatMap((link) => {
    const [from, to] = [boxes.get(link.from), boxes.get(link.to)];
    return from && to ? [{ link, from, to }] : [];
  });
  const { starts, ends } = portsOf(known);
  const lanes = lanesOf(known, starts, ends);
  return known.map((entry, index) => {
    const { link, from, to } = entry;
    const [y1, y2] = [starts[index], ends[index]];
    const back = to.column < from.column;
    const x1 = back ? from.x : from.x + from.width;
    const x2 = to.column > from.column ? to.x : to.x + to.width;
    const into = to.column > from.column ? -1 : 1;
    const tip = x2 + into;
    const end = tip + into * HEAD;
    const half = (end - x1) / 2;
    const lane = x1 + 16 + LANE * (lanes[index] ?? 0);
    return {
      link,
      path:
        to.column === from.column
          ? roundTheSide(x1, y1, end, y2, lane)
          : `M${x1} ${y1}C${x1 + half} ${y1} ${end - half} ${y2} ${end} ${y2}`,
      head: `M${tip} ${y2}l${into * (HEAD + 1)} -5v10z`,
      number: back
        ? { x: x1 - 4, y: y1 - 4, inside: false }
        : { x: x1 - 7, y: y1 + 4.5, inside: true },
    };
  });
}

interface Entry {
  link: FlowLink;
  from: Box;
  to: Box;
}

function middle(box: Box): number {
  return box.y + box.height / 2;
}

/** Which edge of a box a link touches: lines within a column keep to its right. */
export function edgeOf(link: { from: number; to: number }, end: 'from' | 'to'): 'left' | 'right' {
  if (end === 'from') return link.to < link.from ? 'left' : 'right';
  return link.to > link.from ? 'left' : 'right';
}

/** Heights at which links leave and arrive: spread along each edge, in an order that crosses little. */
function portsOf(entries: readonly Entry[]): { starts: number[]; ends: number[] } {
  const heights = { from: entries.map(() => 0), to: entries.map(() => 0) };
  const ports = entries.flatMap((entry, index) =>
    (['from', 'to'] as const).map((end) => ({
      index,
      end,
      box: entry[end],
      edge: edgeOf({ from: entry.from.column, to: entry.to.column }, end),
      far: middle(entry[end === 'from' ? 'to' : 'from']),
    })),
  );
  for (const box of new Set(ports.map((port) => port.box))) {
    for (const edge of ['left', 'right']) {
      const here = ports
        .filter((port) => port.box === box && port.edge === edge)
        .sort((a, b) => a.far - b.far || a.index - b.index);
      const step = Math.min(SLOT, (box.height - 10) / Math.max(1, here.length - 1));
      here.forEach(({ index, end }, place) => {
        heights[end][index] = middle(box) + (place - (here.length - 1) / 2) * step;
      });
    }
  }
  return { starts: heights.from, ends: heights.to };
}

/** Lanes beside a column: short ways inside, long ones outside; null for links between columns. */
function lanesOf(entries: readonly Entry[], starts: number[], ends: number[]): (number | null)[] {
  const lanes = entries.map((): number | null => null);
  const within = entries
    .map((entry, index) => ({ entry, index, span: Math.abs(starts[index] - ends[index]) }))
    .filter(({ entry }) => entry.from.column === entry.to.column)
    .sort((a, b) => a.span - b.span || a.index - b.index);
  const next = new Map<number, number>();
  for (const { entry, index } of within) {
    const lane = next.get(entry.from.column) ?? 0;
    lanes[index] = lane;
    next.set(entry.from.column, lane + 1);
  }
  return lanes;
}

function roundTheSide(x1: number, y1: number, x2: number, y2: number, lane: number): string {
  const down = y2 > y1 ? 1 : -1;
  const corner = Math.min(CORNER, Math.abs(y2 - y1) / 2);
  return (
    `M${x1} ${y1}H${lane - corner}Q${lane} ${y1} ${lane} ${y1 + down * corner}` +
    `V${y2 - down * corner}Q${lane} ${y2} ${lane - corner} ${y2}H${x2}`
  );
}
