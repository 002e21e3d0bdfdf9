import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

beforeEach(() => vi.useFakeTimers({ now: 5000 }));
afterEach(() => vi.useRealTimers());

describe('steps', () => {
  test('an edit is one step, undone and made again by name', async () => {
    const draft = await opened(await shelfWith());
    expect(draft.edit([{ set: 'a', to: 5 }], 'A: 5')).toEqual([]);
    expect(draft.texts.portfolio).toBe('a: 5 # one\nb: 2\n');
    expect(draft.undoName).toBe('A: 5');
    draft.undo();
    expect(draft.texts).toEqual(texts);
    expect([draft.undoName, draft.redoName]).toEqual([null, 'A: 5']);
    draft.redo();
    expect(draft.texts.portfolio).toBe('a: 5 # one\nb: 2\n');
  });

  test('an edit that cannot be made changes nothing and says why', async () => {
    const draft = await opened(await shelfWith());
    expect(draft.edit([{ set: 'x.y', to: 5 }], 'X')).toHaveLength(1);
    expect([draft.texts, draft.undoName, draft.saving.kind]).toEqual([texts, null, 'saved']);
  });

  test('typing goes on as one step until there is a pause', async () => {
    const draft = await opened(await shelfWith());
    draft.write('portfolio.yaml', 'a: 12\n', 'Typing', true);
    draft.write('portfolio.yaml', 'a: 123\n', 'Typing', true);
    vi.advanceTimersByTime(2000);
    draft.write('portfolio.yaml', 'a: 1234\n', 'Typing', true);
    expect(draft.past).toHaveLength(2);
    draft.undo();
    expect(draft.texts.portfolio).toBe('a: 123\n');
    draft.undo();
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
    draft.undo();
    draft.undo();
    expect(draft.texts).toEqual(texts);
  });
});

describe('saving', () => {
  test('it follows by itself, with the steps, and only then says so', async () => {
    const shelf = await shelfWith();
    const heard: number[] = [];
    const draft = await opened(shelf, (_, version) => heard.push(version));
    draft.edit([{ set: 'a', to: 5 }], 'A: 5');
    expect(draft.saving.kind).toBe('unsaved');
    expect(draft.wouldBeLost).toBe(true);
    await vi.advanceTimersByTimeAsync(500);
    expect(draft.saving).toEqual({ kind: 'saved', at: 5400 });
    expect(draft.wouldBeLost).toBe(false);
    expect(heard).toEqual([2]);
    const again = await opened(shelf);
    expect(again.texts.portfolio).toContain('a: 5');
    again.undo();
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
      draft.edit([{ set: 'a', to: 5 }], 'A: 5');
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
    other.edit([{ set: 'b', to: 7 }], 'B: 7');
    await other.save();
    mine.edit([{ set: 'a', to: 5 }], 'A: 5');
    await mine.save();
    return { shelf, mine };
  }

  test('a version that somebody else kept is never overwritten', async () => {
    const { shelf, mine } = await conflict();
    expect(mine.saving.kind).toBe('conflict');
    expect((await shelf.get('k'))?.texts.portfolio).toBe('a: 1 # one\nb: 7\n');
    mine.edit([{ set: 'a', to: 6 }], 'A: 6');
    await vi.advanceTimersByTimeAsync(1000);
    expect(mine.saving.kind).toBe('conflict');
    expect((await shelf.get('k'))?.texts.portfolio).toBe('a: 1 # one\nb: 7\n');
  });

  test('mine is kept; undo brings the other back', async () => {
    const { shelf, mine } = await conflict();
    await mine.keepMine();
    expect(mine.saving.kind).toBe('saved');
    expect((await shelf.get('k'))?.texts.portfolio).toBe('a: 5 # one\nb: 2\n');
    mine.undo();
    expect(mine.texts.portfolio).toBe('a: 1 # one\nb: 7\n');
  });

  test('the other is taken; undo brings mine back', async () => {
    const { shelf, mine } = await conflict();
    await mine.keepTheirs();
    expect((await shelf.get('k'))?.texts.portfolio).toBe('a: 1 # one\nb: 7\n');
    mine.undo();
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
    other.edit([{ set: 'b', to: 7 }], 'B: 7');
    await other.save();
    await mine.hear(2);
    expect(mine.texts.portfolio).toBe('a: 1 # one\nb: 7\n');
    expect([mine.saving.kind, mine.arrivals]).toEqual(['saved', 1]);
    other.edit([{ set: 'b', to: 8 }], 'B: 8');
    await other.save();
    mine.edit([{ set: 'a', to: 5 }], 'A: 5');
    await mine.hear(3);
    expect(mine.saving.kind).toBe('conflict');
  });

  test('a model deleted elsewhere is kept where it is still being worked on', async () => {
    const shelf = await shelfWith();
    const mine = await opened(shelf);
    await shelf.remove('k');
    mine.edit([{ set: 'a', to: 5 }], 'A: 5');
    await mine.save();
    expect(mine.saving).toEqual({ kind: 'conflict', theirs: null });
    await mine.keepMine();
    expect((await shelf.get('k'))?.texts.portfolio).toBe('a: 5 # one\nb: 2\n');
  });
});
