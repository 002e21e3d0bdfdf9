/**
 * Puts what is asked for within a moment into one piece of work, so that what the pieces share is
 * done once, and does only so many pieces at a time.
 */

export interface Asked<T> {
  id: string;
  /** Called with a result that is good enough to look at, if one comes before the last. */
  onFirst: (first: T) => void;
}

/** Do one piece of work: return a result for each id; `onFirst` may give them all once before. */
export type WorkTogether<T> = (
  ids: string[],
  onFirst: (first: Map<string, T>) => void,
) => Promise<Map<string, T>>;

interface Waiting<T> extends Asked<T> {
  resolve: (result: T) => void;
  reject: (reason: unknown) => void;
}

interface Options {
  /** How long a batch waits for others to be asked for. */
  gatherMs: number;
  atOnce: number;
}

export class Batches<T> {
  readonly #options: Options;
  readonly #gathering = new Map<string, Waiting<T>[]>();
  readonly #queue: (() => void)[] = [];
  #working = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Return the result of one id, worked out together with the others of its `batch`. */
  ask(batch: string, asked: Asked<T>, work: WorkTogether<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const waiting = { ...asked, resolve, reject };
      const gathered = this.#gathering.get(batch);
      if (gathered) {
        gathered.push(waiting);
        return;
      }
      this.#gathering.set(batch, [waiting]);
      setTimeout(() => void this.#begin(batch, work), this.#options.gatherMs);
    });
  }

  async #begin(batch: string, work: WorkTogether<T>): Promise<void> {
    if (this.#working >= this.#options.atOnce) {
      await new Promise<void>((resolve) => this.#queue.push(resolve));
    }
    this.#working += 1;
    // Taken now and not before: whoever asked while this waited its turn comes along.
    const all = this.#gathering.get(batch) ?? [];
    this.#gathering.delete(batch);
    try {
      const results = await work(
        all.map(({ id }) => id),
        (first) => {
          for (const { id, onFirst } of all) onFirst(resultIn(first, id));
        },
      );
      for (const { id, resolve } of all) resolve(resultIn(results, id));
    } catch (reason) {
      for (const { reject } of all) reject(reason);
    } finally {
      this.#working -= 1;
      this.#queue.shift()?.();
    }
  }
}

function resultIn<T>(results: Map<string, T>, id: string): T {
  const result = results.get(id);
  if (result === undefined) throw new Error(`There is no result of ${id}.`);
  return result;
}
