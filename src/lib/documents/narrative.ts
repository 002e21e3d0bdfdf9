/**
 * A person's Markdown as HTML that can do nothing: raw HTML is shown as the text it is, links lead to
 * web pages or within the page and nowhere else, pictures are their words, and headings stand below
 * those of the page.
 */
import { Marked, type Token, type Tokens } from 'marked';
import { escapeHtml } from '../charts/escape-html.ts';
import { tooMuchMarkdown } from '../snapshot/narrative-limits.ts';

const marked = new Marked({ gfm: true });

/** Return Markdown as HTML. */
export function narrativeHtml(markdown: string): string {
  const tokens = tokensOf(markdown);
  setLevels(tokens);
  return blocks(tokens);
}

/** What would take too long to read, or too much memory, is shown as the text it is. */
function tokensOf(markdown: string): Token[] {
  if (tooMuchMarkdown(markdown) === null) return marked.lexer(markdown);
  const paragraphs = markdown.split(/\n[ \t]*\n/);
  return paragraphs.map((text) => ({ type: 'paragraph', raw: text, text }));
}

/** The first heading stands right below the page’s own, and none leaves a level out. */
function setLevels(tokens: Token[]): void {
  const around: number[] = [];
  // Nothing here is asynchronous; the array of promises that it returns is empty.
  void marked.walkTokens(tokens, (token) => {
    if (token.type !== 'heading') return;
    const heading = token as Tokens.Heading;
    while (around.length > 0 && around[around.length - 1] >= heading.depth) around.pop();
    around.push(heading.depth);
    heading.depth = Math.min(6, around.length + 2);
  });
}

/** One block of a narrative for papers without HTML: its text, and whether it is a heading or an item. */
export interface NarrativeBlock {
  kind: 'heading' | 'paragraph' | 'item';
  text: string;
}

/** Return Markdown as plain blocks, for Word. */
export function narrativeBlocks(markdown: string): NarrativeBlock[] {
  return tokensOf(markdown).flatMap(plainBlocks);
}

function plainBlocks(token: Token): NarrativeBlock[] {
  switch (token.type) {
    case 'space':
    case 'hr':
      return [];
    case 'heading':
      return [{ kind: 'heading', text: plainOf(token) }];
    case 'list':
      return (token as Tokens.List).items.map((item) => ({ kind: 'item', text: plainOf(item) }));
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return [header, ...rows].map((row) => ({
        kind: 'item',
        text: row.map((cell) => cell.text).join('; '),
      }));
    }
    default:
      return [{ kind: 'paragraph', text: plainOf(token) }];
  }
}

function plainOf(token: Token): string {
  const inner = 'tokens' in token ? token.tokens : undefined;
  if (inner) return inner.map(plainOf).join('');
  return 'text' in token ? String(token.text) : token.raw;
}

function blocks(tokens: readonly Token[]): string {
  return tokens.map(block).join('\n');
}

function block(token: Token): string {
  switch (token.type) {
    case 'space':
      return '';
    case 'hr':
      return '<hr>';
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      return `<h${depth}>${inlines(tokens)}</h${depth}>`;
    }
    case 'blockquote':
      return `<blockquote>${blocks((token as Tokens.Blockquote).tokens)}</blockquote>`;
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      const name = ordered ? 'ol' : 'ul';
      return `<${name}>${items.map(({ tokens }) => `<li>${blocks(tokens)}</li>`).join('')}</${name}>`;
    }
    case 'table':
      return table(token as Tokens.Table);
    case 'code':
      return `<pre>${escapeHtml((token as Tokens.Code).text)}</pre>`;
    case 'text':
    case 'paragraph': {
      const { tokens, text } = token as Tokens.Paragraph;
      const inner = tokens ? inlines(tokens) : escapeHtml(text);
      return token.type === 'paragraph' ? `<p>${inner}</p>` : inner;
    }
    // HTML and whatever comes with a later version of the library is shown as it was written.
    default:
      return `<p>${escapeHtml(token.raw)}</p>`;
  }
}

function table({ header, rows }: Tokens.Table): string {
  const head = header.map(({ tokens }) => `<th scope="col">${inlines(tokens)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map(({ tokens }) => `<td>${inlines(tokens)}</td>`).join('')}</tr>`)
    .join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function inlines(tokens: readonly Token[] = []): string {
  return tokens.map(inline).join('');
}

function inline(token: Token): string {
  switch (token.type) {
    case 'strong':
      return `<strong>${inlines(token.tokens)}</strong>`;
    case 'em':
      return `<em>${inlines(token.tokens)}</em>`;
    case 'del':
      return `<del>${inlines(token.tokens)}</del>`;
    case 'br':
      return '<br>';
    case 'codespan':
      return `<code>${escapeHtml((token as Tokens.Codespan).text)}</code>`;
    case 'link': {
      const { href, tokens } = token as Tokens.Link;
      const words = inlines(tokens);
      return isSafe(href) ? `<a href="${escapeHtml(href)}">${words}</a>` : words;
    }
    case 'image':
      return escapeHtml((token as Tokens.Image).text);
    case 'text':
    case 'escape': {
      const { text, tokens } = token as Tokens.Text;
      return tokens ? inlines(tokens) : escapeHtml(text);
    }
    default:
      return escapeHtml(token.raw);
  }
}

/** Nothing but the web's own pages and places on this page: no script, no file, no mail. */
function isSafe(href: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(href) || /^#[\w-]+$/.test(href);
}
