import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { SchemaNode } from '../portfolio/forms/schema-node.ts';
import type { ModelReader } from './model-reader.svelte.ts';
import { OwnDraft } from './own-draft.svelte.ts';
import type { OwnWork } from './own-draft-context.ts';
import { editedOf } from './own-edited.svelte.ts';
import { memoryShelf } from './own-shelf.ts';
import { readerCalls } from './reader-calls.ts';

const schema = JSON.parse(readFileSync('static/schema/portfolio-1.json', 'utf8')) as SchemaNode;

/** A model of this browser with its forms, read without a worker. */
async function begin() {
  const texts = {
    portfolio: readFileSync('models/one-pathway/portfolio.yaml', 'utf8'),
    scenarios: {},
  };
  const shelf = { ...memoryShelf(), isKept: true };
  const kept = await shelf.keep(
    {
      ...{ key: 'k', name: 'Ours', texts, origin: { kind: 'template', texts } },
      ...{ version: 0, savedAt: 0, past: [], future: [] },
    },
    0,
    1000,
  );
  if (kept.kind !== 'kept') throw new Error('A shelf in memory keeps.');
  const draft = new OwnDraft(kept.model, shelf, { now: () => 2000 });
  const call = async (name: keyof typeof readerCalls, ...args: unknown[]) =>
    (readerCalls[name] as (...args: unknown[]) => unknown)(...args);
  const forms = { call } as unknown as ModelReader;
  const edited = editedOf({ draft, reading: { findings: [] }, forms } as unknown as OwnWork);
  edited.follow();
  await expect.poll(() => edited.isRead).toBe(true);
  return { draft, edited, shelf };
}

test('what is typed in a figure would be lost until it is in the model and saved', async () => {
  const { draft, edited, shelf } = await begin();
  const form = edited.figureForm('services.pathway.roles.keyworker.leave', 'Leave');
  expect(draft.wouldBeLost).toBe(false);
  form.type({ why: 'Counted in March' });
  expect(draft.wouldBeLost).toBe(true);
  await draft.saveTyped();
  expect(draft.wouldBeLost).toBe(false);
  expect((await shelf.get('k'))?.texts.portfolio).toContain('Counted in March');
  form.type({ best: 'abc' });
  await draft.saveTyped();
  expect([draft.wouldBeLost, draft.saving.kind]).toEqual([true, 'saved']);
  form.type({ best: '20' });
  expect(draft.wouldBeLost).toBe(false);
});

test('what is typed in a field of the structure would be lost, too', async () => {
  const { draft, edited, shelf } = await begin();
  const form = edited.structureForm(schema);
  form.type('horizon', '9 years', '9 years', 'Horizon');
  expect(draft.wouldBeLost).toBe(true);
  await draft.saveTyped();
  expect(draft.wouldBeLost).toBe(false);
  expect((await shelf.get('k'))?.texts.portfolio).toContain('9 years');
});

test.each(['typed', 'under way'])(
  'undo takes back a figure that is %s, in its field too',
  async (how) => {
    const { draft, edited } = await begin();
    const form = edited.figureForm('services.pathway.roles.keyworker.leave', 'Leave');
    const { best } = form.draft;
    await edited.structureForm(schema).set('horizon', '9 years', '9 years', 'Horizon');
    form.type({ best: '25' });
    const left = how === 'typed' ? null : form.commit();
    await draft.undo();
    await left;
    form.follow();
    expect(draft.texts.portfolio).toContain('9 years');
    expect([draft.undoName, draft.redoName]).toEqual([
      'Horizon',
      expect.stringMatching(/^Leave: 25/),
    ]);
    expect([form.draft.best, form.isHeld, form.theirs]).toEqual([best, false, null]);
  },
);
