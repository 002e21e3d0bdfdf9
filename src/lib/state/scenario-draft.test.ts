import { describe, expect, test } from 'vitest';
import { ScenarioDraft } from './scenario-draft.svelte.ts';

const term = 'contracts.*.term';
const posts = 'services.team.roles.worker.posts';

describe('a draft of a scenario', () => {
  test('holds one change for each path, in the order they were first made', () => {
    const draft = new ScenarioDraft();
    draft.set(term, '24 months', 'Awards: 24 months');
    draft.set(posts, 4, 'Workers: 4');
    draft.set(term, '36 months', 'Awards: 36 months');
    expect(draft.changes).toEqual([
      { set: term, to: '36 months' },
      { set: posts, to: 4 },
    ]);
    expect(draft.valueAt(posts)).toBe(4);
    expect(draft.valueAt('elsewhere')).toBeUndefined();
  });

  test('drops a change that goes back to the model as it is', () => {
    const draft = new ScenarioDraft([{ remove: 'services.vehicle' }]);
    draft.set(posts, 4, 'Workers: 4');
    draft.set(posts, undefined, 'Workers: as it is');
    expect(draft.changes).toEqual([{ remove: 'services.vehicle' }]);
  });

  test('undoes and redoes every step by name', () => {
    const draft = new ScenarioDraft();
    draft.set(posts, 4, 'Workers: 4');
    draft.set(term, '36 months', 'Awards: 36 months');
    expect(draft.undoName).toBe('Awards: 36 months');
    draft.undo();
    expect(draft.changes).toEqual([{ set: posts, to: 4 }]);
    expect(draft.redoName).toBe('Awards: 36 months');
    draft.undo();
    expect(draft.changes).toEqual([]);
    expect(draft.undoName).toBeNull();
    draft.undo();
    draft.redo();
    draft.redo();
    draft.redo();
    expect(draft.changes).toEqual([
      { set: posts, to: 4 },
      { set: term, to: '36 months' },
    ]);
    expect(draft.redoName).toBeNull();
  });

  test('forgets what could be redone once something else is done', () => {
    const draft = new ScenarioDraft();
    draft.set(posts, 4, 'Workers: 4');
    draft.undo();
    draft.set(posts, 5, 'Workers: 5');
    expect(draft.redoName).toBeNull();
  });

  test('counts one drag of a slider as one step, and the next drag as another', () => {
    const draft = new ScenarioDraft();
    for (const value of [3.5, 4, 4.5]) draft.set(posts, value, `Workers: ${value}`, true);
    draft.set(posts, 5, 'Workers: 5', false);
    draft.set(posts, 5.5, 'Workers: 5.5', true);
    draft.set(posts, 6, 'Workers: 6', false);
    draft.undo();
    expect(draft.valueAt(posts)).toBe(5);
    draft.undo();
    expect(draft.changes).toEqual([]);
  });

  test('a drag that ends where it was still ends', () => {
    const draft = new ScenarioDraft();
    draft.set(posts, 4, 'Workers: 4', true);
    draft.set(posts, 4, 'Workers: 4', false);
    draft.set(posts, 6, 'Workers: 6', false);
    draft.undo();
    expect(draft.valueAt(posts)).toBe(4);
  });

  test('starts again from a scenario or from nothing, and that is undone too', () => {
    const draft = new ScenarioDraft();
    draft.set(posts, 4, 'Workers: 4');
    draft.startFrom([{ set: term, to: '60 months' }], 'Start from: five-year awards');
    expect(draft.changes).toEqual([{ set: term, to: '60 months' }]);
    draft.startFrom([], 'Start again');
    expect(draft.changes).toEqual([]);
    draft.undo();
    draft.undo();
    expect(draft.changes).toEqual([{ set: posts, to: 4 }]);
  });

  test('drops one change of any kind', () => {
    const removal = { remove: 'services.vehicle' };
    const draft = new ScenarioDraft([removal, { set: posts, to: 4 }]);
    draft.drop(removal, 'Keep the vehicle');
    expect(draft.changes).toEqual([{ set: posts, to: 4 }]);
    draft.undo();
    expect(draft.changes).toHaveLength(2);
  });
});
