import { isNarrow, SMALL, TEXT } from './chart-sizes.ts';
import { ARRIVALS, routeLinks, SLOT } from './flow-links.ts';
import type { Flow, FlowLink, FlowNode } from './flow-of.ts';
import { MOST_SERIES } from './palette.ts';
import { wrapText } from './text-width.ts';

export interface DrawnNode {
  /** Id of its group or service; a service may stand twice, in the middle and on the right. */
  id: string;
  kind: FlowNode['kind'];
  x: number;
  y: number;
  width: number;
  height: number;
  lines: { text: string; y: number; soft: boolean }[];
}

export interface DrawnLink {
  id: string;
  path: string;
  head: string;
  /** Width of the stroke: wider for more people. */
  stroke: number;
  /** Broken lines: by letter, or nothing but a name. */
  broken: boolean;
  /** Colour by where it comes from, for the eye to follow; null for groups. */
  series: number | null;
  /** "60", of 100, where the link begins. */
  share: { text: string; x: number; y: number };
}

/** In a narrow place: who passes people on to whom, as bars under one another. */
export interface DrawnBars {
  id: string;
  heading: { text: string; y: number }[];
  says: { text: string; y: number } | null;
  bars: { id: string; words: string[]; y: number; barY: number; width: number; broken: boolean }[];
}

export interface FlowLayout {
  width: number;
  height: number;
  heads: { text: string; x: number; y: number }[];
  nodes: DrawnNode[];
  links: DrawnLink[];
  list: DrawnBars[];
}

const ROW = 17;
const GAP = 12;
const BOX = 164;
const TOP = 26;

/**
 * Lay out groups on the left, services in the middle, and on the right the
 * services that people come to next: every line goes one way. In a narrow place
 * lines would cross words: there each says in bars where people go next.
 */
export function layoutServiceFlow(flow: Flow, width: number): FlowLayout {
  return isNarrow(width) ? layoutList(flow, width) : layoutColumns(flow, width);
}

function layoutColumns(flow: Flow, width: number): FlowLayout {
  const groups = flow.nodes.filter(({ kind }) => kind === 'group');
  const services = flow.nodes.filter(({ kind }) => kind === 'service');
  const isGroup = new Set(groups.map(({ id }) => id));
  const turning = flow.links.filter(({ from }) => isGroup.has(from));
  const passing = flow.links.filter(({ from }) => !isGroup.has(from));
  const next = services.filter(({ id }) => passing.some(({ to }) => to === id));
  const lefts = [1, (width - BOX) / 2, width - BOX - 1];
  // A service that people only come to from others stands on the right alone.
  const first = services.filter(
    ({ id }) =>
      incoming(turning, id) > 0 || outgoing(passing, id) > 0 || incoming(passing, id) === 0,
  );
  const left = column(groups, lefts[0], (id) => outgoing(turning, id), true);
  const middle = column(byWhereFrom(first, turning, left), lefts[1], (id) =>
    Math.max(outgoing(passing, id), (incoming(turning, id) * ARRIVALS) / SLOT),
  );
  const right = column(
    byWhereFrom(next, passing, middle),
    lefts[2],
    (id) => (incoming(passing, id) * ARRIVALS) / SLOT,
    true,
  );
  const height = Math.max(...[left, middle, right].map(bottomOf), TOP);
  for (const boxes of [left, middle, right]) moveDown(boxes, (height - bottomOf(boxes)) / 2);
  const order = new Map([...middle.keys()].map((id, index) => [id, index % MOST_SERIES]));
  return {
    width,
    height: height + 2,
    heads: [
      { text: 'People', x: lefts[0], y: 14 },
      { text: 'Services', x: lefts[1], y: 14 },
      ...(right.size > 0 ? [{ text: 'Next', x: lefts[2], y: 14 }] : []),
    ],
    nodes: [left, middle, right].flatMap((boxes) => [...boxes.values()]),
    links: [...routeLinks(turning, left, middle), ...routeLinks(passing, middle, right)].map(
      ({ link, path, head, number }) => ({
        id: idOf(link),
        path,
        head,
        stroke: 1.2 + link.share * 7,
        broken: isBroken(link),
        series: isGroup.has(link.from) ? null : (order.get(link.from) ?? 0),
        share: { text: hundred(link.share), ...number },
      }),
    ),
    list: [],
  };
}

/** Boxes under one another, each as tall as its words and its lines need. */
function column(
  nodes: readonly FlowNode[],
  x: number,
  slotsOf: (id: string) => number,
  plain = false,
): Map<string, DrawnNode> {
  const boxes = new Map<string, DrawnNode>();
  let y = TOP;
  for (const node of nodes) {
    const rows = [
      ...wrapText(node.label, BOX - (plain && node.kind === 'service' ? 20 : 48), 4).map(
        (text) => ({ text, soft: false }),
      ),
      ...(plain ? [] : finishWords(node)),
    ];
    const height = Math.max(rows.length, slotsOf(node.id)) * ROW + 12;
    const first = y + (height - rows.length * ROW) / 2 + 13;
    boxes.set(node.id, {
      id: node.id,
      kind: node.kind,
      x,
      y,
      width: BOX,
      height,
      lines: rows.map((row, index) => ({ ...row, y: first + index * ROW })),
    });
    y += height + GAP;
  }
  return boxes;
}

/** By the mean height of where people come from, so that fewer lines cross. */
function byWhereFrom(
  nodes: readonly FlowNode[],
  links: readonly FlowLink[],
  sources: ReadonlyMap<string, DrawnNode>,
): FlowNode[] {
  const heights = new Map(
    nodes.map(({ id }) => {
      const into = links.filter(({ to }) => to === id);
      const weight = into.reduce((sum, { share }) => sum + share, 0);
      const sum = into.reduce((total, { from, share }) => {
        const box = sources.get(from);
        return total + (box ? (box.y + box.height / 2) * share : 0);
      }, 0);
      return [id, weight > 0 ? sum / weight : Number.MAX_VALUE];
    }),
  );
  return [...nodes].sort((a, b) => (heights.get(a.id) ?? 0) - (heights.get(b.id) ?? 0));
}

function bottomOf(boxes: ReadonlyMap<string, DrawnNode>): number {
  return Math.max(TOP, ...[...boxes.values()].map(({ y, height }) => y + height));
}

/** Short columns stand in the middle of tall ones. */
function moveDown(boxes: ReadonlyMap<string, DrawnNode>, by: number): void {
  for (const box of boxes.values()) {
    box.y += by;
    for (const line of box.lines) line.y += by;
  }
}

function outgoing(links: readonly FlowLink[], id: string): number {
  return links.filter(({ from }) => from === id).length;
}

function incoming(links: readonly FlowLink[], id: string): number {
  return links.filter(({ to }) => to === id).length;
}

function layoutList({ nodes, links }: Flow, width: number): FlowLayout {
  let y = 0;
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  const list = nodes.flatMap((node) => {
    const out = links.filter(({ from }) => from === node.id).sort((a, b) => b.share - a.share);
    if (out.length === 0) return [];
    const heading = wrapText(node.label, width, 3).map((text, index) => ({
      text,
      y: y + TEXT + index * ROW,
    }));
    y += heading.length * ROW + 6;
    const soft = finishWords(node)[0];
    const says = soft ? { text: soft.text, y: y + SMALL } : null;
    if (says) y += ROW + 2;
    const bars = out.map((link) => {
      const label = `${hundred(link.share)} to ${labels.get(link.to)}`;
      const words = wrapText(label, width - 12, 3, SMALL);
      const bar = {
        id: idOf(link),
        words,
        y: y + SMALL,
        barY: y + words.length * 16 + 4,
        width: Math.max(2, link.share * (width - 16)),
        broken: isBroken(link),
      };
      y += words.length * 16 + 18;
      return bar;
    });
    y += 14;
    return [{ id: node.id, heading, says, bars }];
  });
  return { width, height: Math.max(10, y - 14), heads: [], nodes: [], links: [], list };
}

function finishWords({ finish }: FlowNode) {
  // Where all finish there is nothing to compare it with.
  return finish === null || finish <= 0 || finish >= 0.995
    ? []
    : [{ text: `${hundred(finish)} finish here`, soft: true }];
}

function idOf({ from, to, beside }: FlowLink): string {
  return `${from} ${to} ${beside}`;
}

function isBroken({ handover, beside }: FlowLink): boolean {
  return handover === 'cold' || (beside && handover !== 'accompanied' && handover !== 'warm');
}

/** "60": of 100, as whole people. */
function hundred(share: number): string {
  const rounded = Math.round(share * 100);
  return share > 0 && rounded === 0 ? '<1' : `${rounded}`;
}
