import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENDINGS } from '$lib/words/endings.ts';
import { catalogue } from '$lib/measures/catalogue.ts';
import { formatSections } from '../../src/content/format-reference.ts';
import { guideTexts } from '../../src/content/guide-texts.ts';
import { root } from './documents.ts';
import { schemaOf } from './schema-place.ts';

/** Words that people ask us not to use of them, and that nothing here is said with. */
const unwanted = [
  /\baddict\w*/i,
  /\balcoholic\w*/i,
  /\bjunkie?s?\b/i,
  /\babus\w+/i,
  /\bmisus\w+/i,
  /\bclean\b/i,
  /\bdirty\b/i,
  /\bdrop[- ]?outs?\b/i,
  /\bdropped out\b/i,
  /\b(drug|substance|service)[- ]users?\b/i,
  /\bhard[- ]to[- ]reach\b/i,
  /\bnon[- ]?complian\w+/i,
  /\bchaotic\b/i,
  /\bsufferers?\b/i,
  /\boffenders?\b/i,
];

/** Where such a word stands all the same, and why. */
const exceptions: { path: RegExp; line: RegExp; why: string }[] = [
  {
    path: /^models\/[^/]+\/portfolio\.yaml$/,
    line: /^ *[a-z0-9-]+: \{ title: .*\burl: "[^"]*(abuse|misuse|addict)[^"]*"/,
    why: 'the address of a source, in its publisher’s own words',
  },
  {
    path: /^src\/cli\//,
    line: /\bMisuse\b|misused?\b/,
    why: 'a command that is used in a way it cannot be',
  },
];

const endings = /\.(ts|js|svelte|md|ya?ml|json|html|css|svg)$/;

function files(): string[] {
  const folders = ['src', 'models', 'static'].flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && endings.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length)),
  );
  const written = folders.filter((path) => !/\.test\.ts$|\/generated\//.test(path));
  return ['README.md', 'package.json', ...written].sort();
}

function findings(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, at) => {
    const found = unwanted.map((word) => word.exec(line)?.[0]).filter((word) => word !== undefined);
    const isAllowed = exceptions.some((one) => one.path.test(path) && one.line.test(line));
    return isAllowed ? [] : found.map((word) => `${path}:${at + 1} ${word}`);
  });
}

describe('words', () => {
  it('has none that people ask us not to use', () => {
    const all = files();
    expect(all.length).toBeGreaterThan(100);
    expect(all.flatMap((path) => findings(path, readFileSync(join(root, path), 'utf8')))).toEqual(
      [],
    );
  });

  it('would notice one', () => {
    expect(findings('src/x.ts', 'people who misuse')).toEqual(['src/x.ts:1 misuse']);
    expect(findings('models/a/portfolio.yaml', 'name: Addiction team')).toHaveLength(1);
  });
});

/** Keys that name, explain or group, or that the text tells in other words. */
const shownOnly = new Set([
  ...['name', 'about', 'provider', 'funder', 'source', 'kind', 'pilot', 'skills', 'stage', 'at'],
  ...['roles', 'points', 'partners', 'open', 'pathway', 'beds', 'price', 'budget', 'meets', 'day'],
  ...['live', 'needs', 'round', 'caseload', 'cost', 'posts', 'places', 'with', 'term', 'pays'],
]);

describe('the method', () => {
  const words = JSON.stringify(guideTexts.method).toLowerCase();
  /** Whether the text has a key among its words in the type of keys. */
  const says = (key: string) => new RegExp(`[^a-z-]${key}[^a-z-]`).test(words);

  it('names every way in which a relationship can end', () => {
    const missing = ENDINGS.filter(
      (ending) => ending.id !== 'still-going' && !words.includes(endingInText(ending.words)),
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it('says what every key of a model file does that a run depends on', () => {
    const sections = formatSections(schemaOf('portfolio'), 'portfolio');
    const keys = sections
      .filter(({ id }) => /-(group|service|role|places|point|partner|stage|contract)$/.test(id))
      .flatMap((section) => section.keys.map(({ key }) => key));
    expect(keys.length).toBeGreaterThan(60);
    const silent = keys.filter((key) => !shownOnly.has(key) && !says(key));
    expect([...new Set(silent)]).toEqual([]);
  });

  it('has a place for the list of measures, and each measure has plain words', () => {
    expect(words).toContain('"insert","what":"measures"');
    const bare = Object.entries(catalogue).filter(
      ([, { title, what }]) => !title || !/\.$/.test(what),
    );
    expect(bare.map(([id]) => id)).toEqual([]);
  });
});

/** The guide says "time limit" in a list where a sentence says "a time limit was reached". */
function endingInText(text: string): string {
  return text
    .toLowerCase()
    .replace(/^(a|the) /, '')
    .replace(/ was reached$/, '');
}
