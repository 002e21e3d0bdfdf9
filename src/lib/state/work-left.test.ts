import { afterEach, expect, test, vi } from 'vitest';
import { OwnDraft } from './own-draft.svelte.ts';
import { memoryShelf, type OwnModel, type OwnShelf } from './own-shelf.ts';
import { WorkLeft } from './work-left.ts';

const texts = { portfolio: 'a: 1\n', scenarios: {} };
const model: OwnModel = {
  ...{ key: 'k', name: 'Ours', texts, origin: { kind: 'template', texts } },
  ...{ version: 0, savedAt: 0, past: [], future: [] },
};

/** A model opened from a shelf that is full until it is told otherwise, and changed. */
async function changed() {
  const shelf = { ...memoryShelf(), isKept: true };
  await shelf.keep(model, 0, 1000);
  const room = { isFull: true };
  const keep: OwnShelf['keep'] = async (...all) =>
    room.isFull ? { kind: 'failed', reason: 'full', detail: '' } : shelf.keep(...all);
  const kept = (await shelf.get('k'))!;
  const draft = new OwnDraft(kept, { ...shelf, keep }, { now: () => 2000 });
  draft.write('portfolio.yaml', 'a: 2\n', 'A: 2');
  const left = new WorkLeft<{ draft: OwnDraft }>();
  return { shelf, room, left, draft, opened: { work: { draft }, close: () => {} }, end: vi.fn() };
}

/** Leave the page as a browser does; true where it would ask first. */
function isAskedFor(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

vi.stubGlobal('window', globalThis);
const listeners = new EventTarget();
vi.stubGlobal('addEventListener', listeners.addEventListener.bind(listeners));
vi.stubGlobal('removeEventListener', listeners.removeEventListener.bind(listeners));
vi.stubGlobal('dispatchEvent', listeners.dispatchEvent.bind(listeners));
afterEach(() => vi.clearAllMocks());

test('work that can be kept is kept and ended, and nothing waits', async () => {
  const { shelf, room, left, opened, end } = await changed();
  room.isFull = false;
  await left.leave(opened, end);
  expect((await shelf.get('k'))?.texts.portfolio).toBe('a: 2\n');
  expect(end).toHaveBeenCalledOnce();
  expect([left.holds('k'), isAskedFor()]).toEqual([false, false]);
  expect(left.takeBack('k')).toBeUndefined();
});

test('work that cannot be kept waits, and is tried again when somebody comes back', async () => {
  const { shelf, room, left, draft, opened, end } = await changed();
  await left.leave(opened, end);
  expect(end).not.toHaveBeenCalled();
  expect([left.holds('k'), isAskedFor()]).toEqual([true, true]);
  room.isFull = false;
  expect(left.takeBack('k')).toBe(opened);
  await draft.save();
  expect((await shelf.get('k'))?.texts.portfolio).toBe('a: 2\n');
  expect([left.holds('k'), isAskedFor()]).toEqual([false, false]);
});

test('whoever comes back before it is kept goes on with the same work', async () => {
  const { room, left, opened, end } = await changed();
  room.isFull = false;
  const leaving = left.leave(opened, end);
  expect(left.takeBack('k')).toBe(opened);
  await leaving;
  expect(end).not.toHaveBeenCalled();
});
