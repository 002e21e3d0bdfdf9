import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { catalogue } from '$lib/measures/catalogue.ts';
import { formatSections } from '../../src/content/format-reference.ts';
import { guidePages } from '../../src/content/guide-pages.ts';
import { guideTexts } from '../../src/content/guide-texts.ts';
import { plainText, type Block, type Inline, type PageText } from '../../src/content/page-text.ts';
import { root } from './documents.ts';
import { schemaOf } from './schema-place.ts';

const ids = new Map(Object.entries(guideTexts).map(([id, text]) => [id, idsOf(id, text)]));

/** Everything on a page that a link can name. */
function idsOf(id: string, { blocks }: PageText): string[] {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []));
  if (id === 'method') headings.push(...Object.keys(catalogue).map((name) => `measure-${name}`));
  if (id === 'format') {
    for (const name of ['portfolio', 'scenario', 'snapshot'] as const) {
      headings.push(...formatSections(schemaOf(name), name).map((section) => section.id));
    }
  }
  return headings;
}

function linksOf(blocks: readonly Block[]): { to: string; words: string }[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return inlineLinks(block.parts);
      case 'list':
        return block.items.flatMap(linksOf);
      case 'table':
        return [...block.head, ...block.rows.flat()].flatMap(inlineLinks);
      default:
        return [];
    }
  });
}

function inlineLinks(parts: readonly Inline[]): { to: string; words: string }[] {
  return parts.flatMap((part) =>
    part.kind === 'link'
      ? [{ to: part.to, words: plainText(part.parts) }]
      : 'parts' in part
        ? inlineLinks(part.parts)
        : [],
  );
}

/** Why a link of the guide leads nowhere; null where it leads somewhere. */
function leadsNowhere(to: string, page: string): string | null {
  if (/^https:\/\//.test(to)) return null;
  const [path, id] = to.startsWith('#') ? [`/guide/${page}`, to.slice(1)] : to.split('#');
  const target = /^\/guide\/([a-z-]+)$/.exec(path)?.[1];
  if (target === undefined) {
    return existsSync(join(root, 'src/routes', path, '+page.svelte')) ? null : `no page ${path}`;
  }
  if (!ids.has(target)) return `no page ${path}`;
  return id === undefined || ids.get(target)?.includes(id) ? null : `nothing #${id} on ${path}`;
}

it.each(Object.entries(guideTexts))('every link on %s leads somewhere', (id, text) => {
  const links = linksOf([{ kind: 'paragraph', parts: text.lead }, ...text.blocks]);
  expect(links.map(({ to }) => leadsNowhere(to, id)).filter((why) => why !== null)).toEqual([]);
});

it.each(Object.entries(guideTexts))('no two things on %s have one name', (id) => {
  const names = ids.get(id) ?? [];
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

it('every link from other pages to the guide leads somewhere', () => {
  const texts = filesUnder('src')
    .filter((path) => path.endsWith('.svelte'))
    .map((path) => readFileSync(join(root, path), 'utf8'));
  const links = texts.flatMap((text) => text.match(/\/guide\/[a-z]+(-[a-z]+)*(#[a-z-]+)?/g) ?? []);
  // A picture says by the id of its part where it is explained.
  const pictures = texts.flatMap((text) => [...text.matchAll(/\sguide="([a-z-]+)"/g)]);
  expect(pictures.length).toBeGreaterThan(10);
  links.push(...pictures.map(([, id]) => `/guide/charts#${id}`));
  expect(links.map((to) => leadsNowhere(to, '')).filter((why) => why !== null)).toEqual([]);
});

it.each(['README.md', ...filesUnder('models').filter((path) => path.endsWith('README.md'))])(
  'every link in %s leads to a file that exists',
  (path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to.split('#')[0]);
    const files = links.filter((to) => to !== '' && !/^[a-z]+:/.test(to));
    expect(files.filter((to) => !existsSync(join(root, dirname(path), to)))).toEqual([]);
  },
);

it('the menu of the guide names every page once, and no other', () => {
  const listed = guidePages.flatMap(({ pages }) => pages.map(({ id }) => id));
  expect([...listed].sort()).toEqual(Object.keys(guideTexts).sort());
});

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}
