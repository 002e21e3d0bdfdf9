import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  type Alias,
  type Document,
  type Node,
  type Pair,
  type Scalar,
} from 'yaml';
import type { Finding } from '../diagnostics/finding.ts';
import { makeFinding, type Details } from '../diagnostics/make-finding.ts';
import type { Code } from '../diagnostics/catalogue.ts';
import { LIMITS } from './limits.ts';
import { placeFindings } from './place-findings.ts';
import type { Place, Position, Positions } from './positions.ts';
import { refuseText } from './refuse-text.ts';
import { readDifferently } from './read-differently.ts';
import { isForbiddenKey } from './slot.ts';
import { strangeCharacter } from './strange-character.ts';
import { yamlInWords } from './yaml-words.ts';

export interface Parsed {
  /** Plain objects without a prototype, lists, text, numbers, true, false and null. */
  value: unknown;
  findings: Finding[];
  positions: Positions;
}

/**
 * Return the plain value of a YAML text, with the place of everything in it.
 *
 * YAML 1.2 with the core schema, unique keys, no tags. Never throws: text that
 * is too large, too deep, not text at all or made to harm ends in findings and
 * the value undefined.
 */
export function parseYaml(text: string, file: string): Parsed {
  const refused = refuseText(text);
  const nothing = new Map<string, Position>();
  if (refused) {
    const findings = placeFindings([refused], file, nothing);
    return { value: undefined, findings, positions: nothing };
  }
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (hasTooManyTokens(source)) {
    const finding = makeFinding('too-many-entries', '', { limit: LIMITS.entries });
    return {
      value: undefined,
      findings: placeFindings([finding], file, nothing),
      positions: nothing,
    };
  }
  const lines = new LineCounter();
  const reader = new Reader(lines);
  const value = reader.read(source);
  const findings = placeFindings(reader.findings, file, reader.positions);
  const failed = findings.some(({ severity }) => severity === 'error');
  return { value: failed ? undefined : value, findings, positions: reader.positions };
}

/** Cutting a text into tokens is cheap, and stops early; composing them is not. */
export function hasTooManyTokens(source: string): boolean {
  const tokens = new Lexer().lex(source);
  for (let count = 0; count <= LIMITS.tokens; count++) if (tokens.next().done) return false;
  return true;
}

/** Stops the walk when a limit is reached; caught in `read`. */
class TooMuch extends Error {}

class Reader {
  readonly findings: Finding[] = [];
  readonly positions = new Map<string, Position>();
  private readonly anchors = new Map<string, Node>();
  private readonly open = new Set<Node>();
  private entries = 0;
  private aliases = 0;

  constructor(private readonly lines: LineCounter) {}

  read(source: string): unknown {
    let document: Document.Parsed;
    try {
      document = parseDocument(source, {
        version: '1.2',
        schema: 'core',
        uniqueKeys: false,
        prettyErrors: false,
        logLevel: 'error',
        lineCounter: this.lines,
      });
    } catch (error) {
      // The library reads what strangers wrote: whatever it throws is about the text.
      const message = error instanceof Error ? error.message : String(error);
      this.findings.push(
        makeFinding('not-yaml', '', { message: yamlInWords('IMPOSSIBLE', message) }),
      );
      return undefined;
    }
    let line = 0;
    for (const { code, message, pos } of document.errors.slice(0, 20)) {
      // One fault often shows several times; the first on a line says the most.
      if (this.place(pos[0]).line === line) continue;
      line = this.place(pos[0]).line;
      if (code === 'TAB_AS_INDENT') this.fail('tab-indents', '', pos[0], {});
      else this.fail('not-yaml', '', pos[0], { message: yamlInWords(code, message) });
    }
    if (document.errors.length > 0) return undefined;
    if (!document.contents) {
      this.fail('file-empty', '', 0, {});
      return undefined;
    }
    try {
      return this.value(document.contents, '', undefined, 0);
    } catch (error) {
      if (error instanceof TooMuch) return undefined;
      throw error;
    }
  }

  private place(offset: number): Place {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }

  private fail<C extends Code>(code: C, path: string, offset: number, details: Details<C>): void {
    const { line, column } = this.place(offset);
    this.findings.push({ ...makeFinding(code, path, details), line, column });
    if (this.findings.length >= LIMITS.findings) throw new TooMuch();
  }

  private value(node: Node | null, path: string, key: Place | undefined, depth: number): unknown {
    const offset = node?.range?.[0] ?? 0;
    const value = node ? this.place(offset) : (key ?? { line: 1, column: 1 });
    this.entries++;
    if (this.entries > LIMITS.entries) {
      this.fail('too-many-entries', path, offset, { limit: LIMITS.entries });
      throw new TooMuch();
    }
    if (depth > LIMITS.depth) {
      this.fail('nested-too-deep', path, offset, { limit: LIMITS.depth });
      throw new TooMuch();
    }
    if (!this.positions.has(path)) {
      this.positions.set(path, { ...(key ? { key } : {}), value, inLine: false });
    }
    if (!node) return null;
    if (isAlias(node)) return this.unfold(node, path, key, depth);
    if (node.tag) {
      this.fail('tag-not-allowed', path, offset, { tag: node.tag.slice(0, 60) });
    }
    if (node.anchor) this.anchors.set(node.anchor, node);
    if (isScalar(node)) return this.scalar(node, path, key);
    this.open.add(node);
    const read = isMap(node)
      ? this.mapping(node.items as Pair<Node, Node | null>[], path, depth)
      : isSeq(node)
        ? node.items.map((item, i) => this.value(item as Node, join(path, i), undefined, depth + 1))
        : null;
    this.open.delete(node);
    return read;
  }

  private scalar(node: Scalar, path: string, key: Place | undefined): unknown {
    const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
    const block = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
    const place = this.place(node.range?.[0] ?? 0);
    const value = quoted ? { line: place.line, column: place.column + 1 } : place;
    this.positions.set(path, { ...(key ? { key } : {}), value, inLine: !block });
    const blank = node.value === null && (node.source ?? '') === '';
    if (blank && key) this.positions.set(path, { key, value: key, inLine: false });
    if (!quoted && !block && node.source) {
      const as = readDifferently(node.source);
      if (as)
        this.fail('read-differently', path, node.range?.[0] ?? 0, { written: node.source, as });
    }
    this.checkEscapes(node, path);
    return node.value;
  }

  /** An escape can bring into a text what the file itself may not hold. */
  private checkEscapes(node: Scalar, path: string): void {
    if (node.type !== 'QUOTE_DOUBLE') return;
    const strange = strangeCharacter(String(node.value));
    if (strange) this.fail('text-not-plain', path, node.range?.[0] ?? 0, { found: strange.found });
  }

  private mapping(items: Pair<Node, Node | null>[], path: string, depth: number): unknown {
    const mapping = Object.create(null) as Record<string, unknown>;
    const seen = new Map<string, number>();
    for (const { key: keyNode, value } of items) {
      const offset = keyNode?.range?.[0] ?? value?.range?.[0] ?? 0;
      const place = this.place(offset);
      if (!isScalar(keyNode) || typeof keyNode.value !== 'string') {
        this.fail('key-not-text', path, offset, {});
        continue;
      }
      const key = keyNode.value;
      const before = seen.get(key);
      if (before !== undefined) this.fail('key-twice', path, offset, { key, line: before });
      if (isForbiddenKey(key)) this.fail('key-forbidden', path, offset, { key });
      this.checkEscapes(keyNode, path);
      if (before !== undefined || isForbiddenKey(key)) continue;
      const as = keyNode.type === 'PLAIN' ? readDifferently(key) : null;
      if (as) this.fail('read-differently', path, offset, { written: key, as });
      seen.set(key, place.line);
      mapping[key] = this.value(value, join(path, key), place, depth + 1);
    }
    return mapping;
  }

  private unfold(alias: Alias, path: string, key: Place | undefined, depth: number): unknown {
    const offset = alias.range?.[0] ?? 0;
    this.aliases++;
    if (this.aliases > LIMITS.aliases) {
      this.fail('too-many-aliases', path, offset, { limit: LIMITS.aliases });
      throw new TooMuch();
    }
    const name = alias.source.slice(0, 60);
    const node = this.anchors.get(alias.source);
    if (!node) this.fail('alias-unknown', path, offset, { name });
    else if (this.open.has(node)) this.fail('alias-circular', path, offset, { name });
    else return this.value(node, path, key, depth + 1);
    return null;
  }
}

function join(path: string, key: string | number): string {
  return path === '' ? String(key) : `${path}.${key}`;
}
