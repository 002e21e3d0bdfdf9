/**
 * Where a browser keeps a person's own models: IndexedDB, or the page's memory where that is
 * blocked. Nothing is sent anywhere.
 */
import type { Finding } from '../diagnostics/finding.ts';
import type { ModelTexts } from '../portfolio/model-texts.ts';
import type { TextStep } from './text-steps.ts';

/** Where a model came from, with its texts then, so that what differs can be told. */
export type Origin =
  | { kind: 'shipped'; id: string; title: string; hash: string; texts: ModelTexts }
  | { kind: 'template'; texts: ModelTexts }
  /**
   * `name` is that of the file, folder or zip that was opened; `leftOut` says what else was in it.
   */
  | { kind: 'file'; name: string; texts: ModelTexts; leftOut?: readonly Finding[] };

export interface OwnModel {
  /** Of this browser; in the addresses of its pages. */
  key: string;
  name: string;
  texts: ModelTexts;
  origin: Origin;
  /** Grows by one with every save; a save made from an older version is refused. */
  version: number;
  /** When it was last saved, in milliseconds since 1970. */
  savedAt: number;
  /** Steps to undo and to redo, the latest last. */
  past: TextStep[];
  future: TextStep[];
  /** Where it is kept on a server, and which versions of its files this goes on from. */
  server?: { id: string; versions: Record<string, number> } | null;
  /** When it was put into the bin; absent or null where it was not. */
  deletedAt?: number | null;
}

/** What became of a save. `conflict` brings what stands there now; null where it was removed. */
export type Kept =
  | { kind: 'kept'; model: OwnModel }
  | { kind: 'conflict'; theirs: OwnModel | null }
  | { kind: 'failed'; reason: 'full' | 'blocked'; detail: string };

export interface OwnShelf {
  /** False where models live only as long as the page: every page must say so. */
  readonly isKept: boolean;
  list(): Promise<OwnModel[]>;
  get(key: string): Promise<OwnModel | null>;
  /**
   * Keep a model as version `from + 1`, if what stands there is version `from`; 0: nothing stands
   * there. Resolves once it is on disk. Never overwrites another version.
   */
  keep(model: OwnModel, from: number, now: number): Promise<Kept>;
  /** Remove a model for good. */
  remove(key: string): Promise<void>;
}

/** Return a shelf in memory. What stands on it is gone when the page is left. */
export function memoryShelf(): OwnShelf {
  const models = new Map<string, OwnModel>();
  return {
    isKept: false,
    list: async () => [...models.values()],
    get: async (key) => models.get(key) ?? null,
    keep: async (model, from, now) => {
      const theirs = models.get(model.key) ?? null;
      if ((theirs?.version ?? 0) !== from) return { kind: 'conflict', theirs };
      const kept = { ...model, version: from + 1, savedAt: now };
      models.set(model.key, kept);
      return { kind: 'kept', model: kept };
    },
    remove: async (key) => void models.delete(key),
  };
}

const DATABASE = 'bide-own-models';
const MODELS = 'models';

/** Finds a model in one version of it, without reading the model. */
const VERSIONS = 'versions';

/** Return the shelf of this browser: on disk where it allows that, else in memory. */
export async function openShelf(factory: IDBFactory | undefined): Promise<OwnShelf> {
  try {
    if (!factory) return memoryShelf();
    const database = await openDatabase(factory);
    return databaseShelf(database);
  } catch {
    // Private windows and strict settings refuse in several ways; all mean: nothing is kept.
    return memoryShelf();
  }
}

function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(DATABASE, 2);
  request.onupgradeneeded = ({ oldVersion }) => {
    const models =
      oldVersion === 0
        ? request.result.createObjectStore(MODELS, { keyPath: 'key' })
        : request.transaction!.objectStore(MODELS);
    models.createIndex(VERSIONS, ['key', 'version']);
  };
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database cannot be opened.'));
    request.onblocked = () => reject(new Error('The database is held by another page.'));
  });
}

function databaseShelf(database: IDBDatabase): OwnShelf {
  // A newer version of the pages, in another tab, may want to change the database.
  database.onversionchange = () => database.close();

  function read<T>(ask: (models: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const request = ask(database.transaction(MODELS, 'readonly').objectStore(MODELS));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('The database cannot be read.'));
    });
  }

  return {
    isKept: true,
    list: () => read((models) => models.getAll() as IDBRequest<OwnModel[]>),
    get: async (key) =>
      (await read((models) => models.get(key) as IDBRequest<OwnModel | undefined>)) ?? null,
    keep: (model, from, now) =>
      keepIn(database, { ...model, version: from + 1, savedAt: now }, from),
    remove: (key) =>
      new Promise((resolve, reject) => {
        const change = database.transaction(MODELS, 'readwrite');
        change.objectStore(MODELS).delete(key);
        change.oncomplete = () => resolve();
        change.onabort = () => reject(change.error ?? new Error('It cannot be removed.'));
      }),
  };
}

/**
 * The version is looked at and written within one transaction, so that no other tab can come between.
 * A model is large, and what stands there is read as a whole only where it is to be shown.
 */
function keepIn(database: IDBDatabase, model: OwnModel, from: number): Promise<Kept> {
  return new Promise((resolve) => {
    const fail = (error: unknown) => {
      const detail = error instanceof Error || error instanceof DOMException ? error.message : '';
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      resolve({ kind: 'failed', reason: isFull ? 'full' : 'blocked', detail });
    };
    try {
      const change = database.transaction(MODELS, 'readwrite', { durability: 'strict' });
      const models = change.objectStore(MODELS);
      const putOrTell = (isAsExpected: boolean) => {
        if (!isAsExpected) {
          const asked = models.get(model.key) as IDBRequest<OwnModel | undefined>;
          asked.onsuccess = () => {
            resolve({ kind: 'conflict', theirs: asked.result ?? null });
            change.abort();
          };
          return;
        }
        try {
          models.put(model);
        } catch (error) {
          fail(error);
          change.abort();
        }
      };
      const there =
        from === 0 ? models.getKey(model.key) : models.index(VERSIONS).getKey([model.key, from]);
      there.onsuccess = () => putOrTell((there.result === undefined) === (from === 0));
      // Only now is it on disk: the success of a single request says nothing of that.
      change.oncomplete = () => resolve({ kind: 'kept', model });
      change.onabort = () => fail(change.error);
    } catch (error) {
      fail(error);
    }
  });
}
