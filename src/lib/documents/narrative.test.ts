import { Marked } from 'marked';
import { describe, expect, it, vi } from 'vitest';
import { narrativeBlocks, narrativeHtml } from './narrative.ts';

describe('a narrative', () => {
  it('keeps headings below the page’s own, lists, tables and marks', () => {
    expect(narrativeHtml('# A\n\nSome **bold** and *soft* `code` words.\n\n- one\n- two')).toBe(
      '<h3>A</h3>\n\n<p>Some <strong>bold</strong> and <em>soft</em> <code>code</code> words.</p>\n\n' +
        '<ul><li>one</li><li>two</li></ul>',
    );
    expect(narrativeHtml('| a | b |\n|---|---|\n| 1 | <b> |')).toContain('<td>&lt;b&gt;</td>');
  });

  it.each([
    '<script>alert(1)</script>',
    'a <img src=x onerror=alert(1)> b',
    '<iframe src="https://example.org"></iframe>',
    '[words](javascript:alert(1))',
    '[words](JaVaScRiPt:alert(1))',
    '[words](data:text/html,x)',
    '[words](&#106;avascript:alert(1))',
    '[words](//example.org)',
    '![words](https://example.org/x.png)',
    '<https://example.org" onclick="x>',
    '<!-- --><style>*{display:none}</style>',
    '`<script>`',
    '```\n<script>\n```',
    '[a]: javascript:alert(1)\n\n[words][a]',
    '> <svg onload=alert(1)>',
  ])('can do nothing: %s', (markdown) => {
    const html = narrativeHtml(markdown);
    expect(html).not.toMatch(/<(?!\/?(p|a|strong|em|del|br|code|pre|ul|ol|li|blockquote|hr)\b)/i);
    expect(html).not.toMatch(/<[^>]*\s(?!href=)\w+\s*=/);
    expect(html).not.toMatch(/href="(?!https?:|#)/i);
  });

  it('leaves no level of headings out', () => {
    const levels = narrativeHtml('## A\n\n#### B\n\n### C\n\n# D\n\n###### E').match(/<h\d/g);
    expect(levels).toEqual(['<h3', '<h4', '<h4', '<h3', '<h4']);
  });

  it('links to pages of the web', () => {
    expect(narrativeHtml('[words](https://example.org/a?b=1&c=2)')).toBe(
      '<p><a href="https://example.org/a?b=1&amp;c=2">words</a></p>',
    );
  });

  it.each([
    ['signs in one paragraph', 'x*_'.repeat(3000)],
    ['signs', '*a '.repeat(300).concat('\n\n').repeat(8)],
    ['quotes', '>'.repeat(9000)],
    ['lists on one line', '1. '.repeat(3000)],
    ['letters', '_a'.repeat(25_000)],
  ])('is shown as it was written where it has too many %s to be read', (_, markdown) => {
    const read = vi.spyOn(Marked.prototype, 'lexer');
    expect(narrativeHtml(markdown)).toMatch(/^<p>/);
    expect(narrativeBlocks(markdown)[0]).toMatchObject({ kind: 'paragraph' });
    expect(read).not.toHaveBeenCalled();
    // What is escaped begins nothing, and many paragraphs may have some.
    const fine = `${'\\*'.repeat(4000)}\n\n**bold**`;
    expect(narrativeHtml(fine)).toContain('<strong>bold</strong>');
    expect(read).toHaveBeenCalledTimes(1);
    read.mockRestore();
  });

  it('is plain blocks for Word', () => {
    expect(narrativeBlocks('## A *b*\n\nOne **two**.\n\n- x\n- y')).toEqual([
      { kind: 'heading', text: 'A b' },
      { kind: 'paragraph', text: 'One two.' },
      { kind: 'item', text: 'x' },
      { kind: 'item', text: 'y' },
    ]);
  });
});
