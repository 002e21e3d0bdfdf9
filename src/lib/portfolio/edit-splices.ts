/** The splices of an edit: how one value, entry or key of a YAML text is replaced. */
import { isMap, isScalar, type Node } from 'yaml';
import {
  isBlank,
  isBlock,
  type Collection,
  type Places,
  type Splice,
  type Spot,
} from './edit-nodes.ts';
import {
  isOneLine,
  writeLines,
  writeOnOneLine,
  writePair,
  writeScalar,
  type Quotes,
} from './write-yaml.ts';

/** Replace the value at a spot, the whole of it; null where its shape is none we edit. */
export function replaceValue(places: Places, spot: Spot, value: unknown): Splice[] | null {
  const { holder, index, node, isInFlow } = spot;
  const begin = places.valueStart(holder, index);
  if (begin === null) return null;
  if (isInFlow || isOneLine(value)) {
    const written = isScalarValue(value)
      ? rewriteScalar(places, node, value, isInFlow)
      : writeOnOneLine(value, isInFlow);
    return inPlace(places, spot, begin, written);
  }
  const lines = writeLines(value as object);
  if (!isMap(holder)) {
    // In a list the first line stands beside its dash.
    const column = places.column(isBlank(node) ? begin + 1 : (node.range?.[0] ?? begin + 1));
    const [first, ...others] = lines;
    const rest = others.map((line) => `${places.newline}${' '.repeat(column)}${line}`);
    return inPlace(places, spot, begin, first + rest.join(''));
  }
  const start = places.entryStart(holder, index);
  if (start === null) return null;
  const indent = ' '.repeat(places.column(start) + 2);
  const block = lines.map((line) => `${places.newline}${indent}${line}`).join('');
  const removed = isBlank(node) ? [] : removal(places, node, begin);
  const line = places.lineEnd(begin);
  const at = removed.find(({ from, to }) => from <= line && to > line)?.to ?? line;
  return [...removed, { from: at, to: at, text: block }];
}

/** Take a value out: in its line, or with the lines it fills below its key. */
function removal(places: Places, node: Node, begin: number): Splice[] {
  const start = node.range?.[0] ?? begin;
  const end = places.end(node);
  if (isBlock(node) && places.lineStart(start) > begin) {
    return [{ from: places.lineStart(start), to: places.nextLine(lastOf(places, end)), text: '' }];
  }
  return [{ from: begin, to: end, text: '' }];
}

function inPlace(places: Places, spot: Spot, begin: number, written: string): Splice[] {
  const { node } = spot;
  if (isBlank(node)) {
    const isApart =
      /\s/.test(places.text[begin - 1] ?? '\n') || /[[{]/.test(places.text[begin - 1]);
    const colon = isMap(spot.holder) && places.text[begin - 1] !== ':' ? ':' : '';
    return [{ from: begin, to: begin, text: `${colon}${isApart ? '' : ' '}${written}` }];
  }
  const start = node.range?.[0] ?? begin;
  const end = places.end(node);
  if (isBlock(node) && places.lineStart(start) > begin) {
    return [{ from: begin, to: begin, text: ` ${written}` }, ...removal(places, node, begin)];
  }
  // A block of text ends with its line, which stays.
  return [{ from: start, to: end, text: written }];
}

/** Add an entry to a mapping (with a key) or a list, after the entry of that index; -1: first. */
export function addEntry(
  places: Places,
  spot: Spot | null,
  holder: Collection,
  { key, value, after }: { key: string | null; value: unknown; after: number },
): Splice[] | null {
  const isInFlow = Boolean(holder.flow) || (spot?.isInFlow ?? false);
  if (holder.items.length === 0) {
    const whole = key === null ? [value] : { [key]: value };
    if (spot) return replaceValue(places, spot, whole);
    const [start, end] = holder.range ?? [0, 0];
    return [{ from: start, to: end, text: writeLines(whole).join(places.newline) }];
  }
  if (isInFlow) {
    const name = key === null ? '' : `${writeScalar(key, true)}: `;
    const written = name + writeOnOneLine(value, true);
    if (after < 0) {
      const start = places.entryStart(holder, 0);
      return start === null ? null : [{ from: start, to: start, text: `${written}, ` }];
    }
    const end = places.entryEnd(holder, after);
    return [{ from: end, to: end, text: `, ${written}` }];
  }
  const first = places.entryStart(holder, 0);
  if (first === null) return null;
  const indent = ' '.repeat(places.column(first));
  const lines = key === null ? writeLines([value]) : writePair(key, value);
  if (after < 0) {
    const text = lines.map((line) => `${line}${places.newline}${indent}`).join('');
    return [{ from: first, to: first, text }];
  }
  const end = places.lineEnd(lastOf(places, places.entryEnd(holder, after)));
  const text = lines.map((line) => `${places.newline}${indent}${line}`).join('');
  return [{ from: end, to: end, text }];
}

/** Take an entry out of a mapping or list that keeps others. */
export function removeEntry(places: Places, holder: Collection, index: number): Splice[] | null {
  const start = places.entryStart(holder, index);
  if (start === null) return null;
  const end = places.entryEnd(holder, index);
  if (holder.flow) {
    const comma = places.pastBlanks(end);
    if (index < holder.items.length - 1 && places.text[comma] === ',') {
      const next = comma + 1 + (/^[ \t]*/.exec(places.text.slice(comma + 1))?.[0].length ?? 0);
      return [{ from: start, to: next, text: '' }];
    }
    const before = places.entryEnd(holder, index - 1);
    return [{ from: before, to: end, text: '' }];
  }
  const last = lastOf(places, end);
  if (places.isFirst(start)) {
    return [{ from: places.lineStart(start), to: places.nextLine(last), text: '' }];
  }
  // Beside a dash: what comes next moves up to it.
  const next = places.nextLine(last);
  const blanks = /^\s*/.exec(places.text.slice(next))?.[0].length ?? 0;
  return [{ from: start, to: next + blanks, text: '' }];
}

/** Write another key in place of that of an entry. */
export function renameKey(holder: Collection, index: number, to: string): Splice[] | null {
  const item = holder.items[index] as { key?: Node };
  const range = item.key?.range;
  if (!range || !isScalar(item.key)) return null;
  const isInFlow = Boolean(holder.flow);
  const written = writeScalar(to, isInFlow, quotesOf(item.key));
  return [{ from: range[0], to: range[1], text: written }];
}

/** A scalar in the quotes that the one before it had; in double ones where those cannot hold it. */
function rewriteScalar(
  places: Places,
  node: Node | null,
  value: string | number | boolean | null,
  isInFlow: boolean,
): string {
  if (typeof value === 'string' && isScalar(node) && node.type === 'BLOCK_LITERAL') {
    const lines = literalLines(places, node, value);
    if (lines !== null) return lines;
  }
  return writeScalar(value, isInFlow, quotesOf(node));
}

/** Text in lines below “|”, as the text before it stood; null where it cannot stand so. */
function literalLines(places: Places, node: Node, value: string): string | null {
  const [start] = node.range ?? [0];
  const old = places.text.slice(start, places.end(node));
  const [head, ...lines] = old.split(/\r?\n/);
  const indent = /^ */.exec(lines.find((line) => line.trim() !== '') ?? '')?.[0] ?? '';
  const body = value.endsWith('\n') ? value.slice(0, -1) : value;
  const isFit = /^[^\p{C}\s]/u.test(body) && !/[^\P{C}\n]/u.test(body) && !/\s$/.test(body);
  if (!isFit || indent === '' || /\d|\+/.test(head)) return null;
  const chomp = value.endsWith('\n') ? '|' : '|-';
  return [chomp + head.replace(/^\|-?/, ''), ...body.split('\n').map(indented)].join(
    places.newline,
  );

  function indented(line: string): string {
    return line === '' ? '' : indent + line;
  }
}

function quotesOf(node: unknown): Quotes {
  if (!isScalar(node)) return 'none';
  if (node.type === 'QUOTE_SINGLE') return 'single';
  return node.type === 'QUOTE_DOUBLE' ? 'double' : 'none';
}

/** The last offset of a part that ends at `end`: a kept block of text ends after its line. */
function lastOf(places: Places, end: number): number {
  return places.text[end - 1] === '\n' ? end - 1 : end;
}

function isScalarValue(value: unknown): value is string | number | boolean | null {
  return typeof value !== 'object' || value === null;
}
