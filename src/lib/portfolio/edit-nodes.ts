/** Where the parts of a YAML text begin and end, as far as editing needs to know. */
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

export type Collection = YAMLMap<Node, Node | null> | YAMLSeq<Node | null>;

/** One replacement in a text: what stands from `from` up to `to` gives way to `text`. */
export interface Splice {
  from: number;
  to: number;
  text: string;
}

/** An entry of a mapping or list, and what it stands in. */
export interface Spot {
  holder: Collection;
  index: number;
  /** Null where nothing is written. */
  node: Node | null;
  /** True when a mapping or list in brackets is around it. */
  isInFlow: boolean;
}

export function isCollection(node: unknown): node is Collection {
  return isMap(node) || isSeq(node);
}

/** True for a mapping or list without brackets. */
export function isBlock(node: Node | null): node is Collection {
  return isCollection(node) && !node.flow;
}

/** Index of the entry with this key or number; -1 where there is none. */
export function indexIn(holder: Collection, key: string): number {
  if (isMap(holder)) {
    return holder.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === key);
  }
  return /^\d+$/.test(key) && Number(key) < holder.items.length ? Number(key) : -1;
}

export function nodeAt(holder: Collection, index: number): Node | null {
  return isMap(holder) ? holder.items[index].value : (holder as YAMLSeq<Node>).items[index];
}

/** The name under which a node is used again elsewhere; null where it is not. */
export function sharedName(node: Node | null, document: Document): string | null {
  const anchor = isAlias(node) ? undefined : node?.anchor;
  if (!anchor) return null;
  let isUsed = false;
  visit(document, {
    Alias: (_, { source }) => {
      isUsed ||= source === anchor;
    },
  });
  return isUsed ? anchor : null;
}

/** Ends of the nodes and lines of one text. */
export class Places {
  /** How this text ends its lines. */
  readonly newline: string;

  constructor(readonly text: string) {
    this.newline = /\r?\n/.exec(text)?.[0] ?? '\n';
  }

  /** Where the line of an offset begins. */
  lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Where the line of an offset ends, before what ends it. */
  lineEnd(offset: number): number {
    const at = this.text.indexOf('\n', offset);
    if (at < 0) return this.text.length;
    return at > offset && this.text[at - 1] === '\r' ? at - 1 : at;
  }

  /** Where the line after that of an offset begins. */
  nextLine(offset: number): number {
    const at = this.text.indexOf('\n', offset);
    return at < 0 ? this.text.length : at + 1;
  }

  column(offset: number): number {
    return offset - this.lineStart(offset);
  }

  /** True when nothing but blanks stands before an offset on its line. */
  isFirst(offset: number): boolean {
    return this.text.slice(this.lineStart(offset), offset).trim() === '';
  }

  /** The next offset at which something stands, comments passed over. */
  pastBlanks(offset: number): number {
    let at = offset;
    while (at < this.text.length) {
      if (this.text[at] === '#' && /\s/.test(this.text[at - 1] ?? ' ')) at = this.lineEnd(at);
      else if (!/\s/.test(this.text[at])) return at;
      else at++;
    }
    return at;
  }

  /** Where an entry begins: its key, or the dash of a list. Null for shapes we do not edit. */
  entryStart(holder: Collection, index: number): number | null {
    const item = holder.items[index];
    const token = holder.srcToken;
    if (isPair(item)) {
      const asked = token && 'items' in token ? token.items[index]?.start : undefined;
      if (asked?.some(({ type }) => type !== 'space' && !isBetween(type))) return null;
      return (item as Pair<Node>).key.range?.[0] ?? null;
    }
    if (token?.type !== 'block-seq') return (item as Node | null)?.range?.[0] ?? null;
    return token.items[index]?.start.find(({ type }) => type === 'seq-item-ind')?.offset ?? null;
  }

  /** Where the value of an entry may begin: after its colon or dash. */
  valueStart(holder: Collection, index: number): number | null {
    const item = holder.items[index];
    if (!isPair(item)) {
      const start = this.entryStart(holder, index);
      return start === null ? null : start + (holder.flow ? 0 : 1);
    }
    const end = (item as Pair<Node>).key.range?.[1] ?? 0;
    const colon = this.pastBlanks(end);
    return this.text[colon] === ':' ? colon + 1 : end;
  }

  /** Where an entry ends, comments and blanks after it not counted. */
  entryEnd(holder: Collection, index: number): number {
    const node = nodeAt(holder, index);
    return isBlank(node) ? (this.valueStart(holder, index) ?? 0) : this.end(node);
  }

  /** Where a node ends, comments and blanks after it not counted. */
  end(node: Node): number {
    if (isBlock(node)) return this.entryEnd(node, node.items.length - 1);
    const end = node.range?.[1] ?? 0;
    if (!isScalar(node) || !/^BLOCK/.test(node.type ?? '')) return end;
    // Blank lines after a block of text are not part of it, unless its head keeps them.
    const start = node.range?.[0] ?? 0;
    const isKept = /^[|>]\d*\+/.test(this.text.slice(start, start + 3));
    return isKept ? end : start + this.text.slice(start, end).trimEnd().length;
  }
}

/** True where nothing is written for a value. */
export function isBlank(node: Node | null): node is null {
  return !node || (isScalar(node) && node.value === null && (node.source ?? '') === '');
}

function isBetween(type: string): boolean {
  return ['newline', 'comment', 'comma', 'flow-map-start', 'flow-seq-start'].includes(type);
}

/** Return a text with some parts replaced; none may lie in another. */
export function splice(text: string, splices: readonly Splice[]): string {
  let result = text;
  for (const { from, to, text: put } of [...splices].sort((a, b) => b.from - a.from)) {
    result = result.slice(0, from) + put + result.slice(to);
  }
  return result;
}
