import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { editText, type Edit } from '../portfolio/edit-text.ts';
import type { SchemaNode } from '../portfolio/forms/schema-node.ts';
import { valueAt } from '../portfolio/forms/references.ts';
import { parseYaml } from '../portfolio/parse.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';
import { resolve } from '../portfolio/resolve.ts';
import { StructureForm } from './structure-form.svelte.ts';

const schema = JSON.parse(readFileSync('static/schema/portfolio-1.json', 'utf8')) as SchemaNode;

class Desk {
  text = readFileSync('models/one-pathway/portfolio.yaml', 'utf8');
  findings = [];

  get raw(): PortfolioFile {
    return parseYaml(this.text, '').value as PortfolioFile;
  }

  get errors(): string[] {
    const { findings } = resolve(this.raw, { id: 'x' });
    return findings.filter(({ severity }) => severity === 'error').map(({ what }) => what);
  }

  edit(edits: readonly Edit[]) {
    const { value, findings } = editText(this.text, edits);
    this.text = value;
    return findings;
  }
}

function begin() {
  const desk = new Desk();
  return { desk, form: new StructureForm(desk, schema) };
}

it('adds a service, a need, a group, a contract and a stage without an error', () => {
  const { desk, form } = begin();
  const add = (path: string, what: Parameters<StructureForm['addEntry']>[1]) => {
    const added = form.addEntry(path, what, 'Add');
    expect(added.findings, path).toEqual([]);
    return added.path;
  };
  expect(add('services', { name: 'Day service', kind: 'drop-in' })).toBe('services.day-service');
  expect(add('needs', { name: 'Someone to talk to' })).toBe('needs.someone-to-talk-to');
  expect(add('contracts', { name: 'New award' })).toBe('contracts.new-award');
  expect(add('groups', { name: 'Families' })).toBe('groups.families');
  expect(add('services.pathway.pathway', { name: 'afterwards' })).toBe(
    'services.pathway.pathway.3',
  );
  expect(valueAt(desk.raw, 'services.pathway.pathway.3.stage')).toBe('afterwards');
  expect(desk.errors).toEqual([]);
  expect(desk.text).toContain('# Nothing here is real.');
});

it('keeps what is typed where it cannot be read, and the model as it was', () => {
  const { desk, form } = begin();
  const before = desk.text;
  expect(form.set('horizon', 'ten', 'ten', 'Horizon')).toBe(false);
  expect(form.heldAt('horizon')).toMatchObject({ typed: 'ten' });
  expect(desk.text).toBe(before);
  expect(form.set('horizon', '12 years', '12 years', 'Horizon')).toBe(true);
  expect(form.heldAt('horizon')).toBeNull();
});

it('adds a key with a value to begin with, moves a stage, renames and removes', () => {
  const { desk, form } = begin();
  expect(form.addKey('services.pathway', 'skills', 'Add')).toEqual([]);
  expect(Array.isArray(valueAt(desk.raw, 'services.pathway.skills'))).toBe(true);
  expect(form.move('services.pathway.pathway', 0, 1, 'Move')).toEqual([]);
  expect(valueAt(desk.raw, 'services.pathway.pathway.1.stage')).toBe('getting to know each other');
  expect(form.rename('services.pathway.roles.keyworker', 'Key worker', 'x').refused).toMatch(
    /small/,
  );
  expect(form.rename('needs.housing', 'belonging', 'x').refused).toMatch(/already/);
  expect(form.rename('needs.housing', 'home', 'x').findings).toEqual([]);
  expect(form.remove('needs.home', 'x')).toEqual([]);
  expect(desk.errors).toEqual([]);
});
