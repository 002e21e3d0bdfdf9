import { describe, expect, it } from 'vitest';
import inShort from '../../src/content/method/in-short.md';
import { guideTexts } from '../../src/content/guide-texts.ts';
import { methodInShort } from '../../src/content/method-in-short.ts';
import { plainText, type Block, type Inline } from '../../src/content/page-text.ts';

/** Every section of the method page by its id, with the text of all its parts. */
const sections = new Map<string, string>();
let open = '';
for (const block of guideTexts.method.blocks) {
  if (block.kind === 'heading' && block.level === 2) open = block.id;
  sections.set(open, `${sections.get(open) ?? ''}\n${JSON.stringify(block)}`);
}

const lines = inShort.blocks
  .flatMap((block) => (block.kind === 'list' ? block.items : []))
  .map((item) => (item[0] as Extract<Block, { kind: 'paragraph' }>).parts);

/** The sections that a line leads to. */
function leadsTo(parts: readonly Inline[]): string[] {
  return parts.flatMap((part) =>
    part.kind === 'link' ? [part.to.slice(1)] : 'parts' in part ? leadsTo(part.parts) : [],
  );
}

/** Sections that say how to judge the method, not what it does. */
const apart = [
  ...['in-short', 'three-kinds-of-uncertainty', 'calibration', 'how-it-is-known-to-be-right'],
  'what-is-left-out-and-why',
];

describe('the method in short', () => {
  it.each(lines.map((parts) => [plainText(parts).slice(0, 40), parts] as const))(
    '“%s…” leads to one section, which has its numbers',
    (_, parts) => {
      const to = leadsTo(parts);
      expect(to).toHaveLength(1);
      const section = sections.get(to[0]);
      expect(section, `#${to[0]} is a section of the method page`).toBeDefined();
      const numbers = plainText(parts).match(/\d[\d,.]*%?/g) ?? [];
      for (const number of numbers.map((text) => text.replace(/[.,]$/, ''))) {
        expect(section, `#${to[0]} no longer says ${number}`).toContain(number);
      }
    },
  );

  it('has a line for every section that says what happens', () => {
    const told = new Set(lines.flatMap(leadsTo));
    const silent = [...sections.keys()].filter(
      (id) => id !== '' && !told.has(id) && !apart.includes(id),
    );
    expect(silent).toEqual([]);
  });

  it('is what reports say, word for word', () => {
    const { happens, workedOut, chance, events, leftOut } = methodInShort();
    const said = [...happens, ...workedOut, ...chance, ...events];
    expect(said).toEqual(lines.map((parts) => plainText(parts)));
    expect(leftOut.length).toBeGreaterThan(5);
    expect(leftOut.join(' ')).toContain('Deaths');
  });
});
