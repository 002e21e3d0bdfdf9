import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { editText, type Edit } from '../portfolio/edit-text.ts';
import { OwnDraft } from './own-draft.svelte.ts';
import { memoryShelf, type OwnModel, type OwnShelf } from './own-shelf.ts';

const texts = { portfolio: 'a: 1 # one\nb: 2\n', scenarios: { 'x.yaml': 'title: X\n' } };

function model(key = 'k'): OwnModel {
  return {
    key,
    name: 'Ours',
    texts,
    origin: { kind: 'template', texts },
    version: 0,
    savedAt: 0,
    past: [],
    future: [],
  };
}

/** A shelf that calls itself one on disk, with a model on it. */
async function shelfWith(one = model()): Promise<OwnShelf> {
  const shelf = { ...memoryShelf(), isKept: true };
  await shelf.keep(one, 0, 1000);
  return shelf;
}

async function opened(shelf: OwnShelf, announce?: (key: string, version: number) => void) {
  const kept = await shelf.get('k');
  return new OwnDraft(kept!, shelf, { now: () => Date.now(), announce });
}

/** Edit as a worker does: the answer comes later. */
async function edit(draft: OwnDraft, edits: readonly Edit[], name: string) {
  const { findings } = await draft.rewrite(async (text) => {
    const { value, findings } = editText(text, edits);
    return { text: findings.length > 0 ? null : value, findings };
  }, name);
  return findings;
}

beforeEach(() => vi.useFakeTimers({ now: 5000 }));
afterEach(() => vi.useRealTimers());

describe('steps', () => {
  test('an edit is one step, undone and made again by name', async () => {
    const draft = await opened(await shelfWith());
    expect(await edit(draft, [{ set: 'a', to: 5 }], 'A: 5')).toEqual([]);
    expect(draft.texts.portfolio).toBe('a: 5 # one\nb: 2\n');
    expect(draft.undoName).toBe('A: 5');
    await draft.undo();
    expect(draft.texts).toEqual(texts);
    expect([draft.undoName, draft.redoName]).toEqual([null, 'A: 5']);
    draft.redo();
    expect(draft.texts.portfolio).toBe('a: 5 # one\nb: 2\n');
  });

  test('an edit that cannot be made changes nothing and says why', async () => {
    const draft = await opened(await shelfWith());
    expect(await edit(draft, [{ set: 'x.y', to: 5 }], 'X')).toHaveLength(1);
    expect([draft.texts, draft.undoName, draft.saving.kind]).toEqual([texts, null, 'saved']);
  });

  test('typing goes on as one step until there is a pause', async () => {
    const draft = await opened(await shelfWith());
    draft.write('portfolio.yaml', 'a: 12\n', 'Typing', true);
    draft.write('portfolio.yaml', 'a: 123\n', 'Typing', true);
    vi.advanceTimersByTime(2000);
    draft.write('portfolio.yaml', 'a: 1234\n', 'Typing', true);
    expect(draft.past).toHaveLength(2);
    await draft.undo();
    expect(draft.texts.portfolio).toBe('a: 123\n');
    await draft.undo();
    expect(draft.texts).toEqual(texts);
  });

  test('typing back to what was there is no step', async () => {
    const draft = await opened(await shelfWith());
    draft.write('portfolio.yaml', 'a: 12\n', 'Typing', true);
    draft.write('portfolio.yaml', texts.portfolio, 'Typing', true);
    expect(draft.past).toEqual([]);
  });

  test('a scenario is added, removed, and had back', async () => {
    const draft = await opened(await shelfWith());
    draft.write('scenarios/y.yaml', 'title: Y\n', 'Add Y');
    draft.write('scenarios/x.yaml', null, 'Remove X');
    expect(draft.texts.scenarios).toEqual({ 'y.yaml': 'title: Y\n' });
    await draft.undo();
    await draft.undo();
    expect(draft.texts).toEqual(texts);
  });
});

describe('an edit that takes its time', () => {
  test('is made anew from what stands there by then', async () => {
    const draft = await opened(await shelfWith());
    const given: string[] = [];
    const done = draft.rewrite(async (text) => {
      given.push(text);
      await Promise.resolve();
      return { text: text.replace('b: 2', 'b: 3') };
    }, 'B: 3');
    await Promise.resolve();
    draft.write('portfolio.yaml', 'a: 9 # one\nb: 2\n', 'A: 9');
    await done;
    expect(given).toEqual(['a: 1 # one\nb: 2\n', 'a: 9 # one\nb: 2\n']);
    expect(draft.texts.portfolio).toBe('a: 9 # one\nb: 3\n');
  });

  test('comes after those asked for before it, and is saved with them', async () => {
    const shelf = await shelfWith();
    const draft = await opened(shelf);
    const all = [1, 2, 3].map((to) => edit(draft, [{ set: 'a', to }], `A: ${to}`));
    expect(draft.wouldBeLost).toBe(true);
    await draft.save();
    expect(draft.past.map(({ name }) => name)).toEqual(['A: 2', 'A: 3']);
    expect((await shelf.get('k'))?.texts.portfolio).toBe('a: 3 # one\nb: 2\n');
    expect(draft.wouldBeLost).toBe(false);
    await Promise.all(all);
  });

  test('that fails is told, and holds up none that follows', async () => {
    const draft = await opened(await shelfWith());
    const fails = draft.rewrite(() => Promise.reject(new Error('the worker died')), 'Fails');
    const follows = edit(draft, [{ set: 'a', to: 5 }], 'A: 5');
    await expect(fails).rejects.toThrow('the worker died');
    expect(await follows).toEqual([]);
    expect(draft.texts.portfolio).toBe('a: 5 # one\nb: 2\n');
  });
});

describe('undo and redo while an edit takes its time', () => {
  test('undo takes back what is under way, and leaves the step before', async () => {
    const draft = await opened(await shelfWith());
    await edit(draft, [{ set: 'b', to: 7 }], 'B: 7');
    const typed = edit(draft, [{ set: 'a', to: 16 }], 'A: 16');
    await draft.undo();
    await typed;
    expect(draft.texts.portfolio).toBe('a: 1 # one\nb: 7\n');
    expect([draft.undoName, draft.redoName]).toEqual(['B: 7', 'A: 16']);
  });

  test('undo takes back what is typed and was not left yet', async () => {
    const draft = await opened(await shelfWith());
    await edit(draft, [{ set: 'b', to: 7 }], 'B: 7');
    const putHeld = () => edit(draft, [{ set: 'a', to: 16 }], 'A: 16');
    draft.forms = { isHolding: true, isStuck: false, putHeld };
    await draft.undo();
    expect(draft.texts.portfolio).toBe('a: 1 # one\nb: 7\n');
    expect([draft.undoName, draft.redoName]).toEqual(['B: 7', 'A: 16']);
  });

  test('redo brings back its step, and what is under way goes on top', async () => {
    const draft = await opened(await shelfWith());
    await edit(draft, [{ set: 'b', to: 7 }], 'B: 7');
    await draft.undo();
    const typed = edit(draft, [{ set: 'a', to: 16 }], 'A: 16');
    draft.redo();
    await typed;
    expect(draft.texts.portfolio).toBe('a: 16 # one\nb: 7\n');
    expect(draft.past.map(({ name }) => name)).toEqual(['B: 7', 'A: 16']);
  });
});

describe('saving', () => {
  test('it follows by itself, with the steps, and only then says so', async () => {
    const shelf = await shelfWith();
    const heard: number[] = [];
    const draft = await opened(shelf, (_, version) => heard.push(version));
    await edit(draft, [{ set: 'a', to: 5 }], 'A: 5');
    expect(draft.saving.kind).toBe('unsaved');
    expect(draft.wouldBeLost).toBe(true);
    await vi.advanceTimersByTimeAsync(500);
    expect(draft.saving).toEqual({ kind: 'saved', at: 5400 });
    expect(draft.wouldBeLost).toBe(false);
    expect(heard).toEqual([2]);
    const again = await opened(shelf);
    expect(again.texts.portfolio).toContain('a: 5');
    await again.undo();
    expect(again.texts).toEqual(texts);
  });

  test.each(['full', 'blocked'] as const)(
    'a shelf that is %s is said, and tried again',
    async (reason) => {
      const shelf = await shelfWith();
      let isBroken = true;
      const draft = await opened({
        ...shelf,
        keep: async (...all) =>
          isBroken ? { kind: 'failed', reason, detail: 'no' } : shelf.keep(...all),
      });
      await edit(draft, [{ set: 'a', to: 5 }], 'A: 5');
      await vi.advanceTimersByTimeAsync(500);
      expect(draft.saving).toEqual({ kind: 'unsaved', problem: reason, detail: 'no' });
      expect(draft.wouldBeLost).toBe(true);
      isBroken = false;
      await draft.save();
      expect(draft.saving.kind).toBe('saved');
    },
  );

  test('in memory nothing ever counts as safe', async () => {
    const shelf = memoryShelf();
    await shelf.keep(model(), 0, 1000);
    const draft = await opened(shelf);
    expect([draft.isKept, draft.wouldBeLost]).toEqual([false, true]);
  });
});

describe('two tabs', () => {
  async function conflict() {
    const shelf = await shelfWith();
    const [mine, other] = [await opened(shelf), await opened(shelf)];
    await edit(other, [{ set: 'b', to: 7 }], 'B: 7');
    await other.save();
    await edit(mine, [{ set: 'a', to: 5 }], 'A: 5');
    await mine.save();
    return { shelf, mine };
  }

  test('a version that somebody else kept is never overwritten', async () => {
    const { shelf, mine } = await conflict();
    expect(mine.saving.kind).toBe('conflict');
    expect((await shelf.get('k'))?.texts.portfolio).toBe('a: 1 # one\nb: 7\n');
    await edit(mine, [{ set: 'a', to: 6 }], 'A: 6');
    await vi.advanceTimersByTimeAsync(1000);
    expect(mine.saving.kind).toBe('conflict');
    expect((await shelf.get('k'))?.texts.portfolio).toBe('a: 1 # one\nb: 7\n');
  });

  test('mine is kept; undo brings the other back', async () => {
    const { shelf, mine } = await conflict();
    await mine.keepMine();
    expect(mine.saving.kind).toBe('saved');
    expect((await shelf.get('k'))?.texts.portfolio).toBe('a: 5 # one\nb: 2\n');
    await mine.undo();
    expect(mine.texts.portfolio).toBe('a: 1 # one\nb: 7\n');
  });

  test('the other is taken; undo brings mine back', async () => {
    const { shelf, mine } = await conflict();
    await mine.keepTheirs();
    expect((await shelf.get('k'))?.texts.portfolio).toBe('a: 1 # one\nb: 7\n');
    await mine.undo();
    expect(mine.texts.portfolio).toBe('a: 5 # one\nb: 2\n');
  });

  test('both are kept, as two models', async () => {
    const { shelf, mine } = await conflict();
    const kept = await mine.keepBoth('k2', 'Ours too');
    expect(kept?.kind).toBe('kept');
    expect((await shelf.get('k2'))?.texts.portfolio).toBe('a: 5 # one\nb: 2\n');
    expect((await shelf.get('k'))?.texts.portfolio).toBe('a: 1 # one\nb: 7\n');
    expect(mine.texts.portfolio).toBe('a: 1 # one\nb: 7\n');
  });

  test('news are taken over where nothing is unsaved here, and asked about where something is', async () => {
    const shelf = await shelfWith();
    const [mine, other] = [await opened(shelf), await opened(shelf)];
    await edit(other, [{ set: 'b', to: 7 }], 'B: 7');
    await other.save();
    await mine.hear(2);
    expect(mine.texts.portfolio).toBe('a: 1 # one\nb: 7\n');
    expect([mine.saving.kind, mine.arrivals]).toEqual(['saved', 1]);
    await edit(other, [{ set: 'b', to: 8 }], 'B: 8');
    await other.save();
    await edit(mine, [{ set: 'a', to: 5 }], 'A: 5');
    await mine.hear(3);
    expect(mine.saving.kind).toBe('conflict');
  });

  test('a model deleted elsewhere and brought back is no conflict any more', async () => {
    const shelf = await shelfWith();
    const mine = await opened(shelf);
    const one = (await shelf.get('k'))!;
    await shelf.keep({ ...one, deletedAt: 1 }, 1, 2000);
    await mine.hear(2);
    expect(mine.saving.kind).toBe('conflict');
    await shelf.keep({ ...one, deletedAt: null }, 2, 3000);
    await mine.hear(3);
    expect(mine.saving).toEqual({ kind: 'saved', at: 3000 });
  });

  test('who has to choose chooses from what stands there by then', async () => {
    const { shelf, mine } = await conflict();
    const theirs = (await shelf.get('k'))!;
    const texts = { ...theirs.texts, portfolio: 'a: 9\n' };
    await shelf.keep({ ...theirs, texts }, theirs.version, 6000);
    await mine.hear(theirs.version + 1);
    expect(mine.texts.portfolio).toBe('a: 5 # one\nb: 2\n');
    await mine.keepTheirs();
    expect([mine.saving.kind, mine.texts.portfolio]).toEqual(['saved', 'a: 9\n']);
    await mine.undo();
    expect(mine.texts.portfolio).toBe('a: 5 # one\nb: 2\n');
  });

  test('a model deleted elsewhere is kept where it is still being worked on', async () => {
    const shelf = await shelfWith();
    const mine = await opened(shelf);
    await shelf.remove('k');
    await edit(mine, [{ set: 'a', to: 5 }], 'A: 5');
    await mine.save();
    expect(mine.saving).toEqual({ kind: 'conflict', theirs: null });
    await mine.keepMine();
    expect((await shelf.get('k'))?.texts.portfolio).toBe('a: 5 # one\nb: 2\n');
  });
});
