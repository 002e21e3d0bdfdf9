import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits.ts';
import { parseYaml } from './parse.ts';
import { readModel } from './read-model.ts';
import { schemaFindings } from './schema-findings.ts';

const good = readFileSync('tests/samples/clean-minimal/input.yaml', 'utf8');

function codes(text: string): string[] {
  const { findings } = readModel([{ path: 'input.yaml', text }], 'limits');
  return [...new Set(findings.map(({ code }) => code))];
}

function into(section: string, lines: string[]): string {
  const start = `${section}:\n`;
  return good.includes(`\n${start}`)
    ? good.replace(`\n${start}`, `\n${start}${lines.join('\n')}\n`)
    : `${good}${start}${lines.join('\n')}\n`;
}

function numbered(count: number, line: (i: number) => string): string[] {
  return Array.from({ length: count }, (_, i) => line(i));
}

describe('limits', () => {
  it('hold for the size of a file', () => {
    expect(codes(`# ${'x'.repeat(LIMITS.characters)}\n${good}`)).toEqual(['file-too-large']);
    const filler = LIMITS.characters - good.length - 10;
    expect(codes(`# ${'x'.repeat(filler)}\n${good}`)).toEqual([]);
  });

  it('hold for its depth and its entries', () => {
    const deep = (levels: number) => `a: ${'['.repeat(levels)}x${']'.repeat(levels)}`;
    expect(parseYaml(deep(LIMITS.depth - 1), 'a').findings).toEqual([]);
    expect(parseYaml(deep(LIMITS.depth), 'a').findings[0].code).toBe('nested-too-deep');
    const list = (entries: number) => `a: [${'x, '.repeat(entries)}]`;
    expect(parseYaml(list(LIMITS.entries - 2), 'a').findings).toEqual([]);
    expect(parseYaml(list(LIMITS.entries - 1), 'a').findings[0].code).toBe('too-many-entries');
  });

  it('hold for aliases', () => {
    const list = (aliases: number) => `a: &a x\nb: [${'*a, '.repeat(aliases)}]`;
    expect(parseYaml(list(LIMITS.aliases), 'a').findings).toEqual([]);
    expect(parseYaml(list(LIMITS.aliases + 1), 'a').findings[0].code).toBe('too-many-aliases');
  });

  it.each([
    ['sources', LIMITS.sources, (i: number) => `  s${i}: { title: S, kind: measured }`],
    ['localities', LIMITS.localities, (i: number) => `  l${i}: { name: L, people: 1 }`],
    ['needs', LIMITS.needs, (i: number) => `  n${i}: N`],
    ['groups', LIMITS.groups, (i: number) => `  g${i}: {}`],
    ['services', LIMITS.services, (i: number) => `  s${i}: {}`],
    ['contracts', LIMITS.contracts, (i: number) => `  c${i}: {}`],
    ['assumptions', LIMITS.assumptions, (i: number) => `  a${i}: 1`],
    ['levers', LIMITS.levers, (i: number) => `  - { id: l${i} }`],
  ])('hold for the number of %s', (section, limit, line) => {
    const present = good.includes(`\n${section}:\n`) ? 1 : 0;
    expect(codes(into(section, numbered(limit - present, line)))).not.toContain('too-many-of');
    expect(codes(into(section, numbered(limit + 1 - present, line)))).toContain('too-many-of');
  });

  it('hold for the length of a text', () => {
    const title = (length: number) => good.replace('One team', 'x'.repeat(length));
    expect(codes(title(LIMITS.textCharacters))).toEqual([]);
    expect(codes(title(LIMITS.textCharacters + 1))).toEqual(['text-too-long']);
  });

  it('hold for the number of findings, and say how many more there are', () => {
    const groups = numbered(LIMITS.groups - 1, (i) => {
      const keys = numbered(15, (k) => `wrong${k}: 1`).join(', ');
      return `  g${i}: { ${keys} }`;
    });
    const { findings } = readModel([{ path: 'a', text: into('groups', groups) }], 'many');
    expect(findings).toHaveLength(LIMITS.findings + 1);
    expect(findings[LIMITS.findings].code).toBe('too-many-findings');
  });

  it('hold for the number of changes and files', () => {
    const change = '  - { set: contracts.award.uplift, to: 0% per year }';
    const scenario = (count: number) => ({
      path: 'scenarios/a.yaml',
      text: `title: A\nchanges:\n${numbered(count, () => change).join('\n')}\n`,
    });
    const main = { path: 'portfolio.yaml', text: good };
    expect(readModel([main, scenario(LIMITS.changes)], 'a').findings).toEqual([]);
    expect(readModel([main, scenario(LIMITS.changes + 1)], 'a').value).toBeNull();
    const files = numbered(LIMITS.files, (i) => `scenarios/s${i}.yaml`);
    const many = files.map((path) => ({ path, text: 'title: A' }));
    expect(readModel([main, ...many], 'a').findings[0].code).toBe('too-many-of');
  });

  it('hold for the horizon', () => {
    const horizon = (years: number) => codes(good.replace('10 years', `${years} years`));
    expect(horizon(LIMITS.horizonYears)).toEqual([]);
    expect(horizon(LIMITS.horizonYears + 1)).toEqual(['figure-too-large']);
  });

  it('hold for posts and arrivals', () => {
    const posts = (count: number) => codes(good.replace('posts: 3', `posts: ${count}`));
    expect(posts(LIMITS.posts)).toEqual(['costs-above-award']);
    expect(posts(LIMITS.posts + 1)).toContain('too-much-work');
    const people = (count: number) => codes(good.replace('11 per month', `${count} per year`));
    expect(people(LIMITS.peopleAYear - 1)).toEqual([]);
    expect(people(LIMITS.peopleAYear + 1)).toEqual(['too-much-work']);
  });
});

describe('schemaFindings', () => {
  it('says what the schema has against a value, once a place', () => {
    const raw = { bide: 1, title: 'A', services: { a: { name: 'A', kind: 'team' } } };
    const found = schemaFindings(raw, 'portfolio', []);
    expect(found.map(({ code, path }) => [code, path])).toEqual([
      ['schema-mismatch', 'services.a'],
    ]);
  });

  it('leaves out places that have a finding already', () => {
    const raw = { title: 'A', changes: [{ set: 'a' }], extra: 1 };
    const all = schemaFindings(raw, 'scenario', []).map(({ path }) => path);
    expect(all).toContain('extra');
    const { findings } = readModel([{ path: 'a.yaml', text: 'bide: 1\nextra: 1\n' }], 'a');
    expect(findings.map(({ code }) => code)).not.toContain('schema-mismatch');
  });
});
