/**
 * Scenarios that a person keeps by name in this browser. Every step reads what is kept anew before
 * it writes, so that two pages at once lose nothing of each other.
 */
import { isChanges, plainTitle, type MadeScenario } from './scenario-address.ts';

/** A scenario kept by name. */
export interface Bookmark extends MadeScenario {
  /** Unique among those of one model. */
  id: string;
  /** Beginning of the hash of the model that it was made to. */
  model: string;
  /** Engine whose results its maker saw. */
  engine: string;
}

/** The part of a browser's `localStorage` that is used; null where the browser refuses it. */
export type Store = Pick<Storage, 'getItem' | 'setItem'>;

export interface BookmarksOptions {
  /** Id of the model; scenarios of other models are kept apart. */
  portfolio: string;
  /** Ask for the store each time: it may throw where it is blocked. */
  store: () => Store;
}

const most = 100;

export class Bookmarks {
  list = $state.raw<Bookmark[]>([]);
  /** Why the last step was not kept in the browser; empty where it was. */
  problem = $state<'' | 'blocked' | 'full' | 'too many' | 'unreadable'>('');
  /** What was taken away last, to be brought back. */
  removed = $state.raw<{ bookmark: Bookmark; at: number } | null>(null);

  readonly #options: BookmarksOptions;

  constructor(options: BookmarksOptions) {
    this.#options = options;
  }

  /** The name under which the browser keeps them. */
  get key(): string {
    return `bide scenarios ${this.#options.portfolio}`;
  }

  /** Read what is kept: when a page opens, and when another page has changed it. */
  load(): void {
    const kept = this.#read();
    if (kept) this.list = kept;
  }

  /** Keep a scenario under a name; return it. */
  add(scenario: Omit<Bookmark, 'id'>): Bookmark | null {
    const list = this.#read() ?? this.list;
    if (list.length >= most) {
      this.problem = 'too many';
      return null;
    }
    const bookmark = { ...scenario, title: shortened(scenario.title), id: freeId(list) };
    this.#write([...list, bookmark]);
    return bookmark;
  }

  rename(id: string, title: string): void {
    this.#change(id, (bookmark) => ({ ...bookmark, title: shortened(title) }));
  }

  remove(id: string): void {
    const list = this.#read() ?? this.list;
    const at = list.findIndex((bookmark) => bookmark.id === id);
    if (at < 0) return;
    this.removed = { bookmark: list[at], at };
    this.#write(list.filter((bookmark) => bookmark.id !== id));
  }

  /** Bring back what was taken away last, where it stood. */
  bringBack(): void {
    if (!this.removed) return;
    const { bookmark, at } = this.removed;
    const list = this.#read() ?? this.list;
    this.removed = null;
    const id = list.some((of) => of.id === bookmark.id) ? freeId(list) : bookmark.id;
    this.#write([...list.slice(0, at), { ...bookmark, id }, ...list.slice(at)]);
  }

  #change(id: string, change: (bookmark: Bookmark) => Bookmark): void {
    const list = this.#read() ?? this.list;
    this.#write(list.map((bookmark) => (bookmark.id === id ? change(bookmark) : bookmark)));
  }

  /** What is kept; null where the browser keeps nothing: then what this page has is all there is. */
  #read(): Bookmark[] | null {
    if (this.problem === 'full' || this.problem === 'blocked') return null;
    let text: string | null;
    try {
      text = this.#options.store().getItem(this.key);
    } catch {
      // The browser says only that it refuses; what was made stays on the page, and this is said.
      this.problem = 'blocked';
      return null;
    }
    if (text === null) return [];
    const kept = readKept(text);
    if (!kept) this.problem = 'unreadable';
    return kept;
  }

  #write(list: Bookmark[]): void {
    this.list = list;
    // What cannot be read is somebody's work: it is never written over.
    if (this.problem === 'unreadable') return;
    try {
      this.#options.store().setItem(this.key, JSON.stringify({ version: 1, scenarios: list }));
      this.problem = '';
    } catch (error) {
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      this.problem = isFull ? 'full' : 'blocked';
    }
  }
}

function readKept(text: string): Bookmark[] | null {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof content !== 'object' || content === null) return null;
  const { version, scenarios } = content as Record<string, unknown>;
  if (version !== 1 || !Array.isArray(scenarios)) return null;
  return scenarios.every(isBookmark) ? scenarios : null;
}

function isBookmark(value: unknown): value is Bookmark {
  if (typeof value !== 'object' || value === null) return false;
  const { id, title, model, engine, changes } = value as Record<string, unknown>;
  return [id, title, model, engine].every((of) => typeof of === 'string') && isChanges(changes);
}

function shortened(title: string): string {
  return plainTitle(title.replace(/\s+/g, ' ').trim()) || 'Without a name';
}

function freeId(list: readonly Bookmark[]): string {
  const numbers = list.map(({ id }) => Number.parseInt(id, 10)).filter(Number.isFinite);
  return String(Math.max(0, ...numbers) + 1);
}
