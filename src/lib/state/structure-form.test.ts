import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Edit } from '../portfolio/edit-text.ts';
import type { EditedFile, PlacedValue } from '../portfolio/forms/edit-file.ts';
import type { NewName } from '../portfolio/forms/rename-in-model.ts';
import type { SchemaNode } from '../portfolio/forms/schema-node.ts';
import { valueAt } from '../portfolio/forms/references.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';
import { resolve } from '../portfolio/resolve.ts';
import type { EditedStructure } from './edited-model.ts';
import { readerCalls } from './reader-calls.ts';
import { StructureForm } from './structure-form.svelte.ts';

const schema = JSON.parse(readFileSync('static/schema/portfolio-1.json', 'utf8')) as SchemaNode;

/** A model in memory, without anywhere to be kept. */
class Desk implements EditedStructure {
  text = readFileSync('models/one-pathway/portfolio.yaml', 'utf8');
  steps: string[] = [];
  findings = [];

  get raw() {
    return readerCalls.plain(this.text);
  }

  async edit(make: (raw: PortfolioFile) => readonly Edit[], name: string) {
    return this.take(readerCalls.edit(this.text, make(this.raw!)), name).refused;
  }

  async put(placed: PlacedValue, name: string) {
    return this.take(readerCalls.put(this.text, placed), name);
  }

  async rename(name: NewName, of: SchemaNode, step: string) {
    const made = readerCalls.rename({ portfolio: this.text, scenarios: {} }, of, name);
    if (made.texts) {
      this.text = made.texts.portfolio;
      this.steps.push(step);
    }
    return made;
  }

  async asked(path: string, unit: string) {
    return readerCalls.asked(this.raw!, path, unit);
  }

  get errors(): string[] {
    const { findings } = resolve(this.raw!, { id: 'x' });
    return findings.filter(({ severity }) => severity === 'error').map(({ what }) => what);
  }

  private take<Made extends EditedFile>(made: Made, name: string): Made {
    if (made.text === null) return made;
    this.text = made.text;
    this.steps.push(name);
    return made;
  }
}

function begin() {
  const desk = new Desk();
  return { desk, form: new StructureForm(desk, schema) };
}

it('adds a service, a need, a group, a contract and a stage without an error', async () => {
  const { desk, form } = begin();
  const add = async (path: string, what: Parameters<StructureForm['addEntry']>[1]) => {
    const added = await form.addEntry(path, what, 'Add');
    expect(added.findings, path).toEqual([]);
    return added.path;
  };
  expect(await add('services', { name: 'Day service', kind: 'drop-in' })).toBe(
    'services.day-service',
  );
  expect(await add('needs', { name: 'Someone to talk to' })).toBe('needs.someone-to-talk-to');
  expect(await add('contracts', { name: 'New award' })).toBe('contracts.new-award');
  expect(await add('groups', { name: 'Families' })).toBe('groups.families');
  expect(await add('services.pathway.pathway', { name: 'afterwards' })).toBe(
    'services.pathway.pathway.3',
  );
  expect(valueAt(desk.raw, 'services.pathway.pathway.3.stage')).toBe('afterwards');
  expect(desk.errors).toEqual([]);
  expect(desk.text).toContain('# Nothing here is real.');
});

it('keeps what is typed where it cannot be read, and the model as it was', async () => {
  const { desk, form } = begin();
  const before = desk.text;
  expect(await form.set('horizon', 'ten', 'ten', 'Horizon')).toBe(false);
  expect(form.heldAt('horizon')).toMatchObject({ typed: 'ten' });
  expect(desk.text).toBe(before);
  expect(await form.set('horizon', '12 years', '12 years', 'Horizon')).toBe(true);
  expect(form.heldAt('horizon')).toBeNull();
});

it('holds what is being typed, and puts it in though its field was not left', async () => {
  const { desk, form } = begin();
  form.type('horizon', '9 years', '9 years', 'Horizon');
  form.type('title', '', '', 'Title');
  expect([form.isHeld, form.isStuck, desk.steps]).toEqual([true, false, []]);
  await form.putHeld();
  expect(valueAt(desk.raw, 'horizon')).toBe('9 years');
  expect(form.heldAt('horizon')).toBeNull();
  // What cannot be read stays, and is not tried again and again.
  expect(form.heldAt('title')).toMatchObject({ typed: '' });
  expect([form.isHeld, form.isStuck]).toEqual([true, true]);
  await form.putHeld();
  expect(desk.steps).toEqual(['Horizon']);
});

it('says where a field was changed elsewhere while something else was typed in it', async () => {
  const { desk, form } = begin();
  form.type('horizon', '9 ye', '9 ye', 'Horizon');
  expect(form.isChangedElsewhere('horizon')).toBe(false);
  await desk.edit(() => [{ set: 'horizon', to: '7 years' }], 'In another tab');
  expect(form.isChangedElsewhere('horizon')).toBe(true);
  expect(form.heldAt('horizon')?.typed).toBe('9 ye');
  await form.set('horizon', '9 years', '9 years', 'Horizon');
  expect(form.isHeld || form.isChangedElsewhere('horizon')).toBe(false);
});

it('keeps what is typed while what was typed before is on its way', async () => {
  const { form } = begin();
  form.type('horizon', '9 years', '9 years', 'Horizon');
  const first = form.set('horizon', '9 years', '9 years', 'Horizon');
  form.type('horizon', '9 years 3', '9 years 3', 'Horizon');
  expect(await first).toBe(true);
  expect(form.heldAt('horizon')).toMatchObject({ typed: '9 years 3', wrong: [] });
  expect(form.isChangedElsewhere('horizon')).toBe(false);
});

it('forgets what was typed of what is no longer there', async () => {
  const { form } = begin();
  const at = 'services.pathway.roles.peer-worker.name';
  form.type(at, 'Pe', 'Pe', 'Name');
  expect(form.isHeld).toBe(true);
  await form.remove('services.pathway.roles.peer-worker', 'Remove');
  expect(form.isHeld).toBe(false);
});

it('adds a key with a value to begin with, moves a stage, renames and removes', async () => {
  const { desk, form } = begin();
  expect(await form.addKey('services.pathway', 'skills', 'Add')).toEqual([]);
  expect(Array.isArray(valueAt(desk.raw, 'services.pathway.skills'))).toBe(true);
  expect(await form.move('services.pathway.pathway', 0, 1, 'Move')).toEqual([]);
  expect(valueAt(desk.raw, 'services.pathway.pathway.1.stage')).toBe('getting to know each other');
  expect(
    (await form.rename('services.pathway.roles.keyworker', 'Key worker', 'x')).refused,
  ).toMatch(/small/);
  expect((await form.rename('needs.housing', 'belonging', 'x')).refused).toMatch(/already/);
  expect((await form.rename('needs.housing', 'home', 'x')).findings).toEqual([]);
  expect(await form.remove('needs.home', 'x')).toEqual([]);
  expect(desk.errors).toEqual([]);
});

it('makes two moves that follow each other at once, the second from where the first led', async () => {
  const { desk, form } = begin();
  const path = 'services.pathway.pathway';
  const before = valueAt(desk.raw, path) as { stage: string }[];
  await Promise.all([form.move(path, 0, 1, 'Down'), form.move(path, 1, 1, 'Down')]);
  const stages = (valueAt(desk.raw, path) as { stage: string }[]).map(({ stage }) => stage);
  expect(stages).toEqual([before[1], before[2], before[0]].map(({ stage }) => stage));
});

it('holds the last of two values that were typed at once', async () => {
  const { desk, form } = begin();
  const typed = ['ten', '12 years'].map((one) => form.set('horizon', one, one, 'Horizon'));
  expect(await Promise.all(typed)).toEqual([false, true]);
  expect(form.heldAt('horizon')).toBeNull();
  expect(valueAt(desk.raw, 'horizon')).toBe('12 years');
});
