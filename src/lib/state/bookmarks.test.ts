import { describe, expect, test } from 'vitest';
import { Bookmarks, type Store } from './bookmarks.svelte.ts';

const scenario = {
  title: 'Longer awards',
  changes: [{ set: 'contracts.*.term', to: '36 months' }],
  model: 'abc',
  engine: '1+x',
};

function memory(): Store & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
  };
}

const of = (store: Store | (() => Store), portfolio = 'a') =>
  new Bookmarks({ portfolio, store: typeof store === 'function' ? store : () => store });

const titles = ({ list }: Bookmarks) => list.map(({ title }) => title);

describe('scenarios kept by name', () => {
  test('are there when the page opens again, those of other models apart', () => {
    const store = memory();
    of(store).add(scenario);
    of(store, 'b').add({ ...scenario, title: 'Of b' });
    const again = of(store);
    again.load();
    expect(again.list).toEqual([{ ...scenario, id: '1' }]);
    expect(again.problem).toBe('');
  });

  test('are renamed, changed, taken away and brought back to their place', () => {
    const bookmarks = of(memory());
    for (const title of ['One', ' Two \n words ', '']) bookmarks.add({ ...scenario, title });
    expect(titles(bookmarks)).toEqual(['One', 'Two words', 'Without a name']);
    bookmarks.rename('3', 'Three');
    expect(bookmarks.list[2]).toEqual({ ...scenario, id: '3', title: 'Three' });
    bookmarks.remove('2');
    expect(titles(bookmarks)).toEqual(['One', 'Three']);
    bookmarks.bringBack();
    expect(titles(bookmarks)).toEqual(['One', 'Two words', 'Three']);
    expect(bookmarks.removed).toBeNull();
  });

  test('of two pages at once lose nothing of each other', () => {
    const store = memory();
    const [one, other] = [of(store), of(store)];
    one.load();
    other.load();
    one.add({ ...scenario, title: 'From one' });
    other.add({ ...scenario, title: 'From the other' });
    one.load();
    expect(titles(one)).toEqual(['From one', 'From the other']);
    one.remove('1');
    other.rename('2', 'Renamed');
    expect(titles(other)).toEqual(['Renamed']);
  });

  test('stay on the page where the browser keeps nothing, and it is said', () => {
    const blocked = of(() => {
      throw new DOMException('no', 'SecurityError');
    });
    blocked.load();
    expect(blocked.problem).toBe('blocked');
    blocked.add(scenario);
    blocked.add({ ...scenario, title: 'Another' });
    expect(titles(blocked)).toEqual(['Longer awards', 'Another']);
    expect(blocked.problem).toBe('blocked');
  });

  test('stay on the page where the disk is full, and it is said', () => {
    const store = memory();
    const bookmarks = of({
      ...store,
      setItem: () => {
        throw new DOMException('no', 'QuotaExceededError');
      },
    });
    bookmarks.add(scenario);
    bookmarks.add({ ...scenario, title: 'Another' });
    expect([bookmarks.problem, titles(bookmarks)]).toEqual(['full', ['Longer awards', 'Another']]);
  });

  test('that cannot be read are never written over', () => {
    const store = memory();
    const newer = '{"version": 2, "scenarios": {}}';
    store.kept.set('bide scenarios a', newer);
    const bookmarks = of(store);
    bookmarks.load();
    bookmarks.add(scenario);
    expect([bookmarks.problem, titles(bookmarks)]).toEqual(['unreadable', ['Longer awards']]);
    expect(store.kept.get('bide scenarios a')).toBe(newer);
  });
});
