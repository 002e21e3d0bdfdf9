import { describe, expect, it } from 'vitest';
import { readMarkdown } from './markdown-pages.ts';

describe('a page of the guide', () => {
  it('has a title, a lead and blocks', () => {
    const { title, lead, blocks } = readMarkdown(
      '# Method\n\nEvery *rule*.\n\n## Waiting\n\n1. `a`\n2. [b](/guide)\n',
    );
    expect([title, lead[1]]).toEqual([
      'Method',
      { kind: 'emphasis', parts: [{ kind: 'text', text: 'rule' }] },
    ]);
    expect(blocks).toEqual([
      { kind: 'heading', level: 2, id: 'waiting', parts: [{ kind: 'text', text: 'Waiting' }] },
      {
        kind: 'list',
        ordered: true,
        items: [
          [{ kind: 'paragraph', parts: [{ kind: 'code', text: 'a' }] }],
          [
            {
              kind: 'paragraph',
              parts: [{ kind: 'link', to: '/guide', parts: [{ kind: 'text', text: 'b' }] }],
            },
          ],
        ],
      },
    ]);
  });

  it('may be a part without a title', () => {
    expect(readMarkdown('## Waiting\n\nWords.\n')).toMatchObject({ title: '', lead: [] });
  });

  it('names headings by their words, or as told', () => {
    const ids = readMarkdown('## People’s own 2\n\n## Doubt {#doubt}\n').blocks.map(
      (block) => block.kind === 'heading' && [block.id, block.parts],
    );
    expect(ids).toEqual([
      ['peoples-own-2', [{ kind: 'text', text: 'People’s own 2' }]],
      ['doubt', [{ kind: 'text', text: 'Doubt' }]],
    ]);
  });

  it('keeps what a fence says of its code', () => {
    const [block] = readMarkdown('```yaml at contracts.award\nterm: 1\n```\n').blocks;
    expect(block).toEqual({
      kind: 'code',
      language: 'yaml',
      note: 'at contracts.award',
      text: 'term: 1',
    });
  });

  it('gives a table its caption, and a list made by code its place', () => {
    const { blocks } = readMarkdown(
      'Table: Ends\n\n| a | b |\n| - | - |\n| 1 | `2` |\n\n<!-- insert: measures -->\n',
    );
    expect(blocks).toMatchObject([
      { kind: 'table', caption: 'Ends', rows: [[[{ text: '1' }], [{ text: '2' }]]] },
      { kind: 'insert', what: 'measures' },
    ]);
  });

  it.each([
    ['a picture', '![x](y.png)'],
    ['raw HTML', '<div>x</div>'],
    ['a quotation', '> x'],
    ['a table without a caption', '| a |\n| - |\n| 1 |'],
    ['a second title', '# One\n\nWords.\n\n# Two'],
    ['a heading below the fourth level', '##### x'],
  ])('refuses %s', (_what, text) => expect(() => readMarkdown(text)).toThrow());
});
