import { expect, test } from 'vitest';
import { contentFrom, type DraftContent } from '../../src/lib/server/drafts/draft-content.ts';
import { draftText } from '../../src/lib/server/drafts/draft-text.ts';
import {
  beginDraft,
  draftHistory,
  readDraft,
  restoreDraft,
  saveDraft,
  type DoneBy,
} from '../../src/lib/server/drafts/drafts.ts';
import { readStatements, sayStatement } from '../../src/lib/server/drafts/statements.ts';
import { firstAlteredAct, readActs } from '../../src/lib/server/store/acts.ts';
import { readSnapshotText } from '../../src/lib/snapshot/read-snapshot-text.ts';
import { statusOf } from '../../src/lib/snapshot/status.ts';
import { describeEachStore } from './each-store.ts';
import { wholeDraft } from './whole-draft.ts';

const at = '2026-11-29T14:02:00.000Z';
const by = (person: string, byRole: string): DoneBy => ({ person, byRole, why: 'A try', at });
const analyst = by('a1', 'analyst');

const whole: DraftContent = {
  ...wholeDraft('one-worker-one-contract'),
  scenarios: ['now', 'thirty-six-months'],
  summary: 'Longer awards keep more people.\n\nMost of it is "dates": yes.',
  narrative: '## Found\n\n<script>alert(1)</script> **dates**',
};
const post = { role: 'Statistician', organisation: 'Health board' };
const says = { says: 'The model fits the question.', limits: '', post };

describeEachStore('drafts', (newStore) => {
  test('two people who save see both versions, and nothing is overwritten', async () => {
    const { open } = await newStore();
    const store = await open();
    const id = await beginDraft(store, whole, analyst);
    const mine = { ...whole, title: 'Mine' };
    const theirs = { ...whole, title: 'Theirs' };
    const first = await saveDraft(store, id, { content: theirs, from: 1 }, by('a2', 'analyst'));
    expect(first).toMatchObject({ kind: 'saved', version: { version: 2 } });
    const second = await saveDraft(store, id, { content: mine, from: 1 }, analyst);
    expect(second).toMatchObject({ kind: 'conflict', theirs: { content: { title: 'Theirs' } } });
    expect(await saveDraft(store, id, { content: theirs, from: 1 }, analyst)).toMatchObject({
      kind: 'same',
    });
    const back = await restoreDraft(store, id, { version: 1, from: 2 }, analyst);
    expect(back).toMatchObject({ kind: 'saved', version: { version: 3, restores: 1 } });
    for (const version of [9, Number.NaN, 1.5, 99_999_999_999]) {
      expect(await restoreDraft(store, id, { version, from: 3 }, analyst)).toBeNull();
    }
    await store.close();
    const again = await open();
    expect((await readDraft(again.db, id))?.content).toEqual(whole);
    const history = await draftHistory(again.db, id);
    expect(history.map(({ version, content }) => [version, content.title])).toEqual([
      [3, 'Longer awards'],
      [2, 'Theirs'],
      [1, 'Longer awards'],
    ]);
    expect(await saveDraft(again, 'nothing', { content: mine, from: 0 }, analyst)).toBeNull();
  });

  test('whoever wrote it cannot assure it, and nothing is approved that is not assured', async () => {
    const store = await (await newStore()).open();
    const id = await beginDraft(store, whole, analyst);
    const assure = (who: DoneBy, version = 1) =>
      sayStatement(store, id, { kind: 'assurance', version, ...says }, who);
    const approve = (who: DoneBy, version = 1) =>
      sayStatement(store, id, { kind: 'approval', version, ...says }, who);
    expect(await assure(by('a1', 'assurer'))).toBe('wrote it');
    expect(await approve(by('c1', 'approver'))).toBe('not assured');
    expect(await assure(by('b1', 'assurer'), 2)).toBe('changed meanwhile');
    expect(await assure(by('b1', 'assurer'))).toBeNull();
    expect(await assure(by('b1', 'assurer'))).toBe('said already');
    expect(await approve(by('a1', 'approver'))).toBe('wrote it');
    expect(await approve(by('c1', 'approver'))).toBeNull();
    expect(await readStatements(store.db, id, 1)).toMatchObject({ void: [], approval: says });

    // Any change of the text makes both void.
    await saveDraft(store, id, { content: { ...whole, title: 'Other' }, from: 1 }, analyst);
    const after = await readStatements(store.db, id, 2);
    expect(after).toMatchObject({ assurance: null, approval: null });
    expect(after.void.map(({ kind }) => kind).sort()).toEqual(['approval', 'assurance']);
    expect(await approve(by('c1', 'approver'), 2)).toBe('not assured');

    const open = { ...whole, checklist: { ...whole.checklist, 'told-first': '' } };
    await saveDraft(store, id, { content: open, from: 2 }, analyst);
    expect(await assure(by('b1', 'assurer'), 3)).toBe('checks are open');
    const acts = await readActs(store.db, `drafts/${id}`);
    expect(acts.map(({ byRole, act }) => `${byRole} ${act}`)).toEqual([
      'analyst began a draft',
      'assurer assured',
      'approver approved',
      'analyst saved a draft',
      'analyst saved a draft',
    ]);
    expect(await firstAlteredAct(store.db)).toBeNull();
  });
});

test('a draft is read as any other text of a snapshot', () => {
  const statement = { ...says, version: 1, at };
  const assurance = { ...statement, kind: 'assurance' as const };
  const approval = {
    ...statement,
    kind: 'approval' as const,
    post: { role: 'Chief officer', organisation: 'Partnership' },
  };
  const { value, findings } = readSnapshotText(draftText(whole, { assurance, approval }));
  expect(findings).toEqual([]);
  expect(value?.text).toMatchObject({ slug: 'longer-awards', summary: whole.summary });
  expect(statusOf(value!.text)).toBe('Assured and approved');
  const alone = readSnapshotText(draftText(whole, { assurance: null, approval: null }));
  expect(statusOf(alone.value!.text)).toBe('Draft, not assured');
});

test('a form gives its fields and nothing else', () => {
  const form = new FormData();
  form.set('title', ' A title ');
  form.set('limits', 'One\r\n\r\nTwo');
  form.append('dissent-says', 'No');
  form.append('dissent-from', 'Panel');
  form.append('dissent-says', '');
  form.append('dissent-from', '');
  form.set('__proto__', 'x');
  form.set('model', 'another');
  form.set('check-told-first', 'Told.');
  form.set('check-constructor', 'x');
  const read = contentFrom(form, whole);
  expect(read).toMatchObject({ title: 'A title', limits: ['One', 'Two'], model: whole.model });
  expect(read.dissent).toEqual([{ says: 'No', from: 'Panel' }]);
  expect(read.checklist).toEqual({ 'told-first': 'Told.' });
  expect(Object.keys(read).sort()).toEqual(Object.keys(whole).sort());
});
