import { Marked, type Token, type Tokens } from 'marked';
import type { Plugin } from 'vite';
import type { Block, Inline, PageText } from '../content/page-text.ts';

const marked = new Marked({ gfm: true });
const ownId = /\s*\{#([a-z][a-z0-9-]*)\}$/;
const insert = /^<!-- insert: ([a-z-]+) -->\s*$/;
const caption = /^Table: /;

/** Let `import text from './page.md'` give the text of a page as data. */
export const markdownPages = (): Plugin => ({
  name: 'bide:markdown-pages',
  transform(code, id) {
    if (!id.endsWith('.md')) return null;
    try {
      const text = JSON.stringify(readMarkdown(code));
      return { code: `export default ${text};`, map: null, moduleType: 'js' };
    } catch (error) {
      throw new Error(`${id}: ${(error as Error).message}`, { cause: error });
    }
  },
});

/**
 * Read a page of the guide.
 *
 * Beside ordinary Markdown: `## Heading {#id}` names a heading (otherwise its
 * words do), a paragraph `Table: …` before a table is its caption, and a line
 * `<!-- insert: name -->` is a place for a list made by code. Throws for
 * anything the pages cannot draw: raw HTML, pictures, quotations.
 */
export function readMarkdown(markdown: string): PageText {
  const blocks = readBlocks(marked.lexer(markdown));
  const first = blocks[0] as Block | { kind: 'title'; parts: Inline[] } | undefined;
  if (first?.kind !== 'title') return { title: '', lead: [], blocks: allowed(blocks) };
  const lead = blocks[1]?.kind === 'paragraph' ? blocks[1].parts : [];
  const rest = allowed(blocks.slice(lead.length > 0 ? 2 : 1));
  return { title: wordsOf(first.parts), lead, blocks: rest };
}

type Title = { kind: 'title'; parts: Inline[] };

function allowed(blocks: (Block | Title)[]): Block[] {
  return blocks.map((block) => {
    if (block.kind === 'title') throw new Error(`A second title: “${wordsOf(block.parts)}”.`);
    return block;
  });
}

function readBlocks(tokens: Token[]): (Block | Title)[] {
  const blocks: (Block | Title)[] = [];
  for (const token of tokens) {
    if (token.type === 'space') continue;
    const before = blocks[blocks.length - 1];
    const block = readBlock(token);
    if (block.kind === 'table' && before?.kind === 'paragraph') {
      const words = wordsOf(before.parts);
      if (caption.test(words)) {
        block.caption = words.replace(caption, '');
        blocks.pop();
      }
    }
    if (block.kind === 'table' && block.caption === '') {
      throw new Error(`The table “${block.head.map(wordsOf).join(', ')}” has no caption.`);
    }
    blocks.push(block);
  }
  return blocks;
}

function readBlock(token: Token): Block | Title {
  switch (token.type) {
    case 'heading':
      return readHeading(token as Tokens.Heading);
    case 'paragraph':
    case 'text':
      return { kind: 'paragraph', parts: readInline((token as Tokens.Text).tokens ?? []) };
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return {
        kind: 'list',
        ordered,
        items: items.map((item) => allowed(readBlocks(item.tokens))),
      };
    }
    case 'code': {
      const [language = '', ...note] = ((token as Tokens.Code).lang ?? '').split(' ');
      return { kind: 'code', language, note: note.join(' '), text: (token as Tokens.Code).text };
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const cells = (row: Tokens.TableCell[]) => row.map(({ tokens }) => readInline(tokens));
      return { kind: 'table', caption: '', head: cells(header), rows: rows.map(cells) };
    }
    case 'html': {
      const what = insert.exec(token.raw);
      if (what) return { kind: 'insert', what: what[1] };
    }
  }
  throw new Error(`The guide cannot draw “${token.raw.slice(0, 60)}” (${token.type}).`);
}

function readHeading({ depth, tokens }: Tokens.Heading): Block | Title {
  const parts = readInline(tokens);
  const last = parts[parts.length - 1];
  let id = slug(wordsOf(parts));
  if (last?.kind === 'text') {
    id = ownId.exec(last.text)?.[1] ?? id;
    last.text = last.text.replace(ownId, '');
  }
  if (depth === 1) return { kind: 'title', parts };
  if (depth > 4) throw new Error(`“${wordsOf(parts)}” is a heading below the fourth level.`);
  return { kind: 'heading', level: depth as 2 | 3 | 4, id, parts };
}

function readInline(tokens: Token[]): Inline[] {
  return tokens.map((token): Inline => {
    switch (token.type) {
      case 'text':
      case 'escape':
        return { kind: 'text', text: (token as Tokens.Text).text.replaceAll('\n', ' ') };
      case 'codespan':
        return { kind: 'code', text: (token as Tokens.Codespan).text };
      case 'strong':
        return { kind: 'strong', parts: readInline(token.tokens ?? []) };
      case 'em':
        return { kind: 'emphasis', parts: readInline(token.tokens ?? []) };
      case 'link':
        return {
          kind: 'link',
          to: (token as Tokens.Link).href,
          parts: readInline(token.tokens ?? []),
        };
    }
    throw new Error(`The guide cannot draw “${token.raw.slice(0, 60)}” (${token.type}).`);
  });
}

function wordsOf(parts: Inline[]): string {
  return parts.map((part) => ('parts' in part ? wordsOf(part.parts) : part.text)).join('');
}

function slug(words: string): string {
  return words
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
