import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editText } from '../edit-text.ts';
import { figuresOf } from '../figures-of.ts';
import { parseYaml } from '../parse.ts';
import type { PortfolioFile } from '../portfolio-file.ts';
import { resolve } from '../resolve.ts';
import { SERVICE_KINDS } from '../resolve-services.ts';
import { schemaFindings } from '../schema-findings.ts';
import { removalOf, renameEdits } from './change-structure.ts';
import { checkValue } from './check-figure.ts';
import { formAt } from './form-at.ts';
import { referencesTo, valueAt } from './references.ts';
import type { SchemaNode } from './schema-node.ts';
import { serviceSkeleton } from './service-skeleton.ts';
import { startingValue } from './starting-value.ts';
import { askedAt } from './units-for.ts';
import { withValue } from './with-value.ts';
import { writtenFigures } from './written-figures.ts';
import { walkModel } from './walk-model.ts';

const schema = JSON.parse(readFileSync('static/schema/portfolio-1.json', 'utf8')) as SchemaNode;

function read(id: string): { text: string; raw: PortfolioFile } {
  const text = readFileSync(`models/${id}/portfolio.yaml`, 'utf8');
  return { text, raw: parseYaml(text, '').value as PortfolioFile };
}

const small = read('one-pathway');
const large = read('south-ayrshire');

const errorsOf = (raw: unknown) =>
  resolve(raw as PortfolioFile, { id: 'x' }).findings.filter(
    ({ severity }) => severity === 'error',
  );

describe('the figures that a file writes', () => {
  it('are found where they stand, each with the source that holds for it', () => {
    const figures = new Map(writtenFigures(small.raw, schema).map((one) => [one.path, one]));
    expect(figures.get('services.pathway.roles.keyworker.caseload')).toMatchObject({
      value: 14,
      source: 'made-up',
    });
    expect(figures.get('services.pathway.pathway.0.lasts.spread')?.value).toBe('3 weeks');
    expect(figures.get('handovers.warm.keeps')?.isNamed).toBe(true);
    expect(figures.has('services.pathway.pathway.0.leave')).toBe(false);
    expect(figures.has('rules.familiarity')).toBe(false);
  });

  it('are read as they stand: every one of South Ayrshire can be set to itself', () => {
    const figures = writtenFigures(large.raw, schema);
    expect(figures.length).toBeGreaterThan(400);
    for (const { path, value } of figures) expect(valueAt(large.raw, path)).toBe(value);
  });
});

describe('what a place asks for', () => {
  it('is what the check says', () => {
    const units = (path: string, unit: string) => askedAt(small.raw, path, 'x', unit).units;
    expect(units('services.pathway.roles.keyworker.leave', '% per year')[0]).toBe('% per year');
    expect(units('services.pathway.roles.keyworker.cost', '')).toContain('GBP per year');
    expect(units('contracts.money.pays', '')).toContain('GBP per year');
    expect(units('groups.people.arrive', '')).toContain('per month');
    expect(units('services.pathway.roles.keyworker.caseload', '')).toEqual(['']);
    expect(units('assumptions.leaving-at-first', '% per month')).toContain('% per year');
  });

  it('knows what is decided, even in a model that has mistakes', () => {
    const broken = withValue(small.raw, 'groups.people.arrive', 'many') as PortfolioFile;
    const isDecided = (path: string) => askedAt(broken, path, 'x', '').isDecided;
    const { value } = resolve(small.raw, { id: 'x' });
    const decided = new Map(figuresOf(value!).map(({ path, choice }) => [path, choice ?? false]));
    const paths = writtenFigures(small.raw, schema).flatMap(({ path, isNamed }) =>
      isNamed || !decided.has(path) ? [] : [path],
    );
    expect(paths.length).toBeGreaterThan(20);
    const found = paths.map((path) => [path, isDecided(path)]);
    const expected = paths.map((path) => [
      path,
      path !== 'groups.people.arrive' && decided.get(path),
    ]);
    expect(found).toEqual(expected);
    expect(isDecided('groups.people.arrive')).toBe(false);
  });

  it('gives findings at the field that is wrong', () => {
    const at = 'services.pathway.roles.keyworker.leave';
    const found = (value: unknown) =>
      checkValue(small.raw, at, value, 'x').here.map(({ field, finding }) => [field, finding.code]);
    expect(found('20% per year')).toEqual([]);
    expect(found(null)).toEqual([['', 'value-blank']]);
    expect(found('12 weeks')).toEqual([['', 'unit-wrong']]);
    expect(found({ best: '20% per year', low: '30% per year', high: '40% per year' })).toEqual([
      ['low', 'range-order'],
    ]);
    const caseload = 'services.pathway.roles.keyworker.caseload';
    const codes = checkValue(small.raw, caseload, -3, 'x').here.map(({ finding }) => finding.code);
    expect(codes).toEqual(['figure-negative']);
  });
});

describe('another id', () => {
  it.each([
    ['services.core-treatment', 'treatment'],
    ['services.connect4change.roles.outreach-worker', 'worker'],
    ['services.one-stop-shop.points.hub', 'middle'],
    ['needs.housing', 'home'],
    ['localities.girvan', 'south'],
    ['groups.let-down', 'not-heard'],
    ['contracts.hub-award', 'shop-award'],
    ['assumptions.turnover', 'staff-turnover'],
    ['sources.assumed', 'working'],
    ['standards.mat-9.0', 'one-place'],
  ])('is given to %s wherever it is named', (path, to) => {
    let raw: unknown = large.raw;
    for (const edit of renameEdits(large.raw, schema, path, to)) {
      if ('set' in edit) raw = withValue(raw, edit.set, edit.to);
      else if ('rename' in edit) {
        const value = valueAt(raw, edit.rename);
        const renamed = edit.rename.split('.').slice(0, -1).concat(edit.to).join('.');
        raw = withValue(withValue(raw, edit.rename, undefined), renamed, value);
      }
    }
    expect(errorsOf(raw).map(({ path: at, what }) => `${at}: ${what}`)).toEqual([]);
    if (!path.startsWith('standards')) expect(referencesTo(raw, schema, path)).toEqual([]);
    expect(JSON.stringify(raw)).not.toBe(JSON.stringify(large.raw));
  });

  it('is spliced into the text, and back again gives the same bytes', () => {
    const there = editText(small.text, renameEdits(small.raw, schema, 'needs.housing', 'home'));
    expect(there.findings).toEqual([]);
    expect(there.value).not.toContain('housing');
    const raw = parseYaml(there.value, '').value;
    const back = editText(there.value, renameEdits(raw, schema, 'needs.home', 'housing'));
    expect(back.value).toBe(small.text);
  });
});

describe('removing', () => {
  it('says what goes along and what stays to be changed', () => {
    const { goes, stays, edits } = removalOf(large.raw, schema, 'services.advocacy');
    expect(goes.length).toBeGreaterThan(2);
    expect(goes.every(({ path }) => /\.to$|turn-to|^levers/.test(path))).toBe(true);
    expect(edits.at(-1)).toEqual({ remove: 'services.advocacy' });
    expect(goes.some(({ path }) => path.startsWith('levers.'))).toBe(true);
    expect(stays).toEqual([]);
  });

  it('leaves a model that says what must be changed', () => {
    const { edits, stays } = removalOf(small.raw, schema, 'needs.housing');
    expect(stays).toEqual([]);
    const { value, findings } = editText(small.text, edits);
    expect(findings).toEqual([]);
    expect(errorsOf(parseYaml(value, '').value)).toEqual([]);
    const role = removalOf(small.raw, schema, 'services.pathway.roles.peer-worker');
    const at = 'services.pathway.pathway.2';
    expect(role.stays.map(({ path }) => path)).toEqual([`${at}.with`, `${at}.meets.belonging.by`]);
  });
});

describe('a new service', () => {
  it.each(SERVICE_KINDS)('of kind %s can be read and has no errors', (kind) => {
    const service = serviceSkeleton(kind, 'A new service', small.raw);
    const raw = withValue(small.raw, 'services.new', service);
    expect(errorsOf(raw).map(({ what }) => what)).toEqual([]);
    expect(schemaFindings(raw, 'portfolio', [])).toEqual([]);
  });
});

describe('the forms', () => {
  it('reach every place of a model', () => {
    const seen = new Set<string>();
    const waiting = [''];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const form = formAt(large.raw, schema, path);
      expect(form, path).not.toBeNull();
      const inside = [...form!.fields, ...form!.entries].map(({ path: at }) => at);
      for (const at of inside) {
        if (seen.has(at) || valueAt(large.raw, at) === undefined) continue;
        seen.add(at);
        if (typeof valueAt(large.raw, at) === 'object') waiting.push(at);
      }
    }
    const missed: string[] = [];
    walkModel(large.raw, schema, ({ path, isId }) => {
      if (!isId && path !== '' && !seen.has(path)) missed.push(path);
    });
    expect(missed).toEqual([]);
  });

  it('offer every key of the format with a value to begin with that fits it', () => {
    const tried: string[] = [];
    const paths = [
      ...['', 'services.pathway', 'services.pathway.roles.keyworker', 'services.pathway.pathway.1'],
      ...['groups.people', 'contracts.money', 'rules', 'localities.town', 'sources.made-up'],
      ...['assumptions.leaving-later', 'services.pathway.provider', 'targets.supported'],
    ];
    for (const path of paths) {
      const form = formAt(small.raw, schema, path)!;
      for (const { key } of form.missing) {
        const at = path ? `${path}.${key}` : key;
        const node = nodeOf(path, key);
        const value = startingValue(node.node, { ...node, raw: small.raw, schema, path: at });
        const raw = withValue(small.raw, at, value);
        const spoken = schemaFindings(raw, 'portfolio', []).map((one) => `${one.path} ${one.what}`);
        // A group comes by itself or from a pool, awards have an end or not: one key needs another to go.
        if (!['groups.people.pool'].includes(at)) expect(spoken, at).toEqual([]);
        tried.push(at);
      }
    }
    expect(tried.length).toBeGreaterThan(50);
  });
});

function nodeOf(path: string, key: string): { node: SchemaNode; of: string; key: string } {
  const of = DEFS[path];
  const mapping = of === 'portfolio' ? schema : schema.$defs![of];
  return { node: mapping.properties![key], of, key };
}

const DEFS: Record<string, string> = {
  '': 'portfolio',
  'services.pathway': 'service',
  'services.pathway.roles.keyworker': 'role',
  'services.pathway.pathway.1': 'stage',
  'groups.people': 'group',
  'contracts.money': 'contract',
  rules: 'rules',
  'localities.town': 'locality',
  'sources.made-up': 'source',
  'assumptions.leaving-later': 'assumption',
  'services.pathway.provider': 'provider',
  'targets.supported': 'target',
};
