/**
 * Results of runs, kept in memory and on disk under the key of everything that
 * decides them: each is worked out once, however many people ask for it.
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** A first result, sharp enough to look at, and the one that stays. */
export interface Stored<T> {
  result: T;
  /** False while a sharper result is still being worked out. */
  isFull: boolean;
}

/** Work out a result; `onLook` is called when there is enough for a first look, and with sharper ones. */
export type WorkOut<T> = (onLook: (look: T) => void) => Promise<T>;

interface Entry<T> {
  first: Promise<T>;
  full: Promise<T>;
  latest: Stored<T> | null;
}

interface StoreOptions {
  /** Where results are kept; made when there is something to keep. */
  folder: string;
  /** How many results stay in memory. */
  inMemory: number;
  /** Told when a result could not be written; it is served from memory all the same. */
  onNotKept: (reason: unknown) => void;
}

export class ResultStore<T> {
  readonly #options: StoreOptions;
  readonly #entries = new Map<string, Entry<T>>();

  constructor(options: StoreOptions) {
    this.#options = options;
  }

  /**
   * Return the best result there is for a key, waiting at most `patienceMs` for a first one; null
   * where it takes longer. What is begun goes on to its end. Rejects when working it out failed,
   * now or at an earlier call.
   */
  async get(key: string, workOut: WorkOut<T>, patienceMs: number): Promise<Stored<T> | null> {
    if (!/^[0-9a-f]{64}$/.test(key)) throw new RangeError('A key is a SHA-256 in hexadecimal.');
    const entry = this.#entries.get(key) ?? this.#begin(key, workOut);
    // Used last, forgotten last.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (entry.latest) return entry.latest;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), patienceMs);
    });
    try {
      await Promise.race([entry.first, late]);
    } finally {
      clearTimeout(timer);
    }
    return entry.latest;
  }

  /** True for what is kept, or is being worked out: asking for it begins nothing new. */
  async has(key: string): Promise<boolean> {
    if (this.#entries.has(key)) return true;
    return (await readKept<T>(join(this.#options.folder, `${key}.json`))) !== null;
  }

  #begin(key: string, workOut: WorkOut<T>): Entry<T> {
    let tellFirst: (first: T) => void = () => undefined;
    const told = new Promise<T>((resolve) => {
      tellFirst = resolve;
    });
    const entry: Entry<T> = {
      full: this.#readOrWorkOut(key, workOut, (first) => {
        if (!entry.latest?.isFull) entry.latest = { result: first, isFull: false };
        tellFirst(first);
      }),
      first: told,
      latest: null,
    };
    entry.full = entry.full.then((result) => {
      entry.latest = { result, isFull: true };
      return result;
    });
    entry.first = Promise.race([told, entry.full]);
    // A failure belongs to those who ask; nobody may be asking by the time it comes.
    entry.full.catch(() => undefined);
    entry.first.catch(() => undefined);
    this.#entries.set(key, entry);
    this.#forgetOldest();
    return entry;
  }

  async #readOrWorkOut(key: string, workOut: WorkOut<T>, onFirst: (first: T) => void): Promise<T> {
    const path = join(this.#options.folder, `${key}.json`);
    const kept = await readKept<T>(path);
    if (kept !== null) return kept;
    const result = await workOut(onFirst);
    await this.#keep(path, result);
    return result;
  }

  /** Write a result whole or not at all. */
  async #keep(path: string, result: T): Promise<void> {
    try {
      await makeFolder(this.#options.folder);
      const unfinished = `${path}.${process.pid}.unfinished`;
      await writeFile(unfinished, JSON.stringify(result));
      await rename(unfinished, path);
    } catch (reason) {
      this.#options.onNotKept(reason);
    }
  }

  /** What is still being worked out is never forgotten: it would be begun twice. */
  #forgetOldest(): void {
    for (const [key, { latest }] of this.#entries) {
      if (this.#entries.size <= this.#options.inMemory) return;
      if (latest?.isFull) this.#entries.delete(key);
    }
  }
}

/** Return what was kept; null where there is nothing, or nothing that can be read. */
async function readKept<T>(path: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch (error) {
    // A file cut short by a full disk is worked out again and overwritten.
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (error instanceof SyntaxError || ['ENOENT', 'ENOTDIR'].includes(code)) return null;
    throw error;
  }
}
