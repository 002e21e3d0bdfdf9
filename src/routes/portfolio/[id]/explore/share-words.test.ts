import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { Bookmarks } from '$lib/state/bookmarks.svelte.ts';
import { addScenario } from '../../own/add-scenario.ts';
import type { Desk } from '../desk.ts';
import BookmarkList from './BookmarkList.svelte';
import { shareWords } from './share-words.ts';

const changes = [{ remove: 'services.van' }];

function listOf(isOwn: boolean): string {
  const store = { getItem: () => null, setItem: () => {} };
  const bookmarks = new Bookmarks({ portfolio: 'a', store: () => store });
  bookmarks.add({ title: 'No van', changes, model: '', engine: '' });
  const props = {
    ...{ desk: { id: 'a', isOwn, title: 'A' } as Desk, bookmarks, changes, title: 'No van' },
    ...{ onname: () => {}, onopen: () => {} },
    ...(isOwn ? { onadd: () => ({ name: 'no-van.yaml' }) } : {}),
  };
  return render(BookmarkList, { props }).body;
}

describe('giving a scenario to others', () => {
  it('is by its address for a model that a server shows', () => {
    const { address, copied } = shareWords(false);
    expect(`${address} ${copied}`).toMatch(/whoever you give it to sees the same.*sees this/);
    expect(listOf(false)).toContain('unless you give them its address or its file');
    expect(listOf(false)).not.toContain('model’s scenarios');
  });

  it('is never by the address of an own model, which opens in this browser alone', () => {
    const { address, copied, kept } = shareWords(true);
    for (const words of [address, copied]) {
      expect(words).toContain('opens in this browser only');
      expect(words).toContain('add it to the model’s scenarios');
    }
    expect(`${address} ${copied} ${kept}`).not.toMatch(/whoever|its address/i);
    expect(listOf(true)).toContain(kept);
    expect(listOf(true)).toContain('Add it to the model’s scenarios');
    expect(listOf(true)).toContain('Add No van to the model’s scenarios');
  });

  it('puts it among the scenarios of an own model, under a name that is free', () => {
    const written: unknown[] = [];
    const draft = {
      texts: { portfolio: '', scenarios: { 'two-vans.yaml': '' } },
      write: (...all: unknown[]) => void written.push(all),
    };
    expect(addScenario(draft, { title: ' ', story: '', changes })).toHaveProperty('problem');
    expect(addScenario(draft, { title: 'Two vans', story: '', changes })).toHaveProperty('problem');
    expect(written).toEqual([]);
    expect(addScenario(draft, { title: ' No van ', story: 'Why', changes })).toEqual({
      name: 'no-van.yaml',
    });
    expect(written).toEqual([
      [
        'scenarios/no-van.yaml',
        'title: "No van"\nstory: "Why"\nchanges:\n  - remove: "services.van"\n',
        'Add the scenario No van',
      ],
    ]);
  });
});
