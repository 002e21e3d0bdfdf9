import { isNarrow, SMALL, TEXT } from './chart-sizes.ts';
import { edgeOf, routeLinks } from './flow-links.ts';
import type { Flow, FlowLink, FlowNode } from './flow-of.ts';
import { wrapText } from './text-width.ts';

export interface DrawnNode {
  id: string;
  kind: FlowNode['kind'];
  column: number;
  x: number;
  y: number;
  width: number;
  height: number;
  lines: { text: string; y: number; soft: boolean }[];
}

export interface DrawnLink {
  id: string;
  path: string;
  /** The head of its arrow. */
  head: string;
  /** Width of the stroke: wider for more people. */
  stroke: number;
  /** Broken lines: by letter, or nothing but a name. */
  broken: boolean;
  fromGroup: boolean;
  /** "60", of 100, beside where the link begins; inside the box or just out of it. */
  share: { text: string; x: number; y: number; inside: boolean };
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
  nodes: DrawnNode[];
  links: DrawnLink[];
  list: DrawnBars[];
}

const ROW = 17;
const GAP = 18;
const FIRST_GAP = 64;
const SIDE = 36;

/**
 * Lay out groups on the left, the services they turn to beside them, and on the
 * right the services that people only come to from others. In a narrow place
 * lines would cross words: there each says in bars where people go next.
 */
export function layoutServiceFlow(flow: Flow, width: number): FlowLayout {
  return isNarrow(width) ? layoutList(flow, width) : layoutColumns(flow, width);
}

function layoutColumns(flow: Flow, width: number): FlowLayout {
  const columns = columnsOf(flow);
  const boxWidth = columns.length > 2 ? 164 : 220;
  // The last gap also holds the lines that go round the side of a column.
  const lefts = [0, boxWidth + FIRST_GAP, width - boxWidth - SIDE];
  const columnOf = new Map(
    columns.flatMap((column, number) => column.map(({ id }) => [id, number] as const)),
  );
  const portsAt = (id: string) => busierEdge(id, flow.links, columnOf);
  const nodes = new Map<string, DrawnNode>();
  let height = 0;
  columns.forEach((column, number) => {
    let y = 2;
    for (const node of orderedBy(column, flow, nodes)) {
      const drawn = drawNode(node, number, portsAt(node.id), lefts[number], y, boxWidth);
      nodes.set(node.id, drawn);
      y += drawn.height + GAP;
    }
    height = Math.max(height, y - GAP + 2);
  });
  // Short columns stand in the middle of tall ones.
  columns.forEach((column) => {
    const drawn = column.flatMap(({ id }) => nodes.get(id) ?? []);
    const bottom = Math.max(0, ...drawn.map(({ y, height: tall }) => y + tall));
    const down = (height - bottom) / 2;
    for (const node of drawn) {
      node.y += down;
      node.lines.forEach((line) => (line.y += down));
    }
  });
  return { width, height, nodes: [...nodes.values()], links: drawLinks(flow, nodes), list: [] };
}

/** Groups; services they turn to; services reached only from services. Empty columns are left out. */
function columnsOf({ nodes, links }: Flow): FlowNode[][] {
  const groups = new Set(nodes.filter(({ kind }) => kind === 'group').map(({ id }) => id));
  const first = new Set(links.filter(({ from }) => groups.has(from)).map(({ to }) => to));
  return [
    nodes.filter(({ id }) => groups.has(id)),
    nodes.filter(({ id }) => !groups.has(id) && first.has(id)),
    nodes.filter(({ id }) => !groups.has(id) && !first.has(id)),
  ].filter((column) => column.length > 0);
}

/** How many lines the busier edge of a box has to find room for. */
function busierEdge(id: string, links: readonly FlowLink[], columnOf: Map<string, number>): number {
  const edges = { left: 0, right: 0 };
  for (const { from, to } of links) {
    const columns = { from: columnOf.get(from) ?? 0, to: columnOf.get(to) ?? 0 };
    if (from === id) edges[edgeOf(columns, 'from')] += 1;
    if (to === id) edges[edgeOf(columns, 'to')] += 1;
  }
  return Math.max(edges.left, edges.right);
}

/** By the mean height of where people come from, so that fewer lines cross. */
function orderedBy(column: FlowNode[], { links }: Flow, nodes: Map<string, DrawnNode>) {
  const heightOf = ({ id }: FlowNode) => {
    const sources = links.flatMap(({ from, to }) => (to === id ? (nodes.get(from) ?? []) : []));
    if (sources.length === 0) return Infinity;
    return sources.reduce((sum, { y, height }) => sum + y + height / 2, 0) / sources.length;
  };
  const heights = new Map(column.map((node) => [node.id, heightOf(node)]));
  return [...column].sort((a, b) => {
    const [one, other] = [heights.get(a.id) ?? 0, heights.get(b.id) ?? 0];
    return one === other ? 0 : one - other;
  });
}

function drawNode(
  node: FlowNode,
  column: number,
  slots: number,
  x: number,
  y: number,
  width: number,
): DrawnNode {
  const words = wrapText(node.label, width - 46, 3);
  const soft = finishWords(node);
  const rows = [...words.map((text) => ({ text, soft: false })), ...soft];
  const height = Math.max(rows.length, slots) * ROW + 12;
  const top = y + (height - rows.length * ROW) / 2;
  return {
    id: node.id,
    kind: node.kind,
    column,
    x,
    y,
    width,
    height,
    lines: rows.map((row, index) => ({ ...row, y: top + index * ROW + 13 })),
  };
}

function finishWords({ finish }: FlowNode) {
  return finish === null || finish <= 0
    ? []
    : [{ text: `${hundred(finish)} finish here`, soft: true }];
}

function drawLinks({ links }: Flow, nodes: Map<string, DrawnNode>): DrawnLink[] {
  return routeLinks(links, nodes).map(({ link, path, head, number }) => ({
    id: `${link.from} ${link.to} ${link.beside}`,
    path,
    head,
    stroke: 1.2 + link.share * 7,
    broken: isBroken(link),
    fromGroup: link.handover === null,
    share: { text: hundred(link.share), ...number },
  }));
}

function layoutList({ nodes, links }: Flow, width: number): FlowLayout {
  let y = 0;
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  const list = nodes.flatMap((node) => {
    const out = links.filter(({ from }) => from === node.id).sort((a, b) => b.share - a.share);
    if (out.length === 0 && node.finish === null) return [];
    const heading = wrapText(node.label, width, 2).map((text, index) => ({
      text,
      y: y + TEXT + index * ROW,
    }));
    y += heading.length * ROW + 6;
    const soft = finishWords(node)[0];
    const says = soft ? { text: soft.text, y: y + SMALL } : null;
    if (says) y += ROW + 2;
    const bars = out.map((link) => {
      const words = wrapText(
        `${hundred(link.share)} to ${labels.get(link.to)}`,
        width - 12,
        2,
        SMALL,
      );
      const bar = {
        id: `${link.from} ${link.to} ${link.beside}`,
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
  return { width, height: Math.max(10, y - 14), nodes: [], links: [], list };
}

function isBroken({ handover, beside }: FlowLink): boolean {
  return handover === 'cold' || (beside && handover !== 'accompanied' && handover !== 'warm');
}

/** "60": of 100, as whole people. */
function hundred(share: number): string {
  const rounded = Math.round(share * 100);
  return share > 0 && rounded === 0 ? '<1' : `${rounded}`;
}
