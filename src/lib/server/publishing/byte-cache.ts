/** What was worked out, kept in memory up to a number of bytes; what was used longest ago goes first. */
export class ByteCache<T extends { size: number }> {
  readonly #entries = new Map<string, T>();
  readonly #underWay = new Map<string, Promise<T | null>>();
  readonly #most: number;
  #bytes = 0;
  #generation = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** How many bytes it holds. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Return an entry; `make` it, once for all who ask meanwhile, where it is not kept. */
  async get(key: string, make: () => Promise<T | null>): Promise<T | null> {
    const kept = this.#entries.get(key);
    if (kept) {
      // A map keeps its order: this one is now the last to go.
      this.#entries.delete(key);
      this.#entries.set(key, kept);
      return kept;
    }
    const waiting = this.#underWay.get(key);
    if (waiting) return waiting;
    const generation = this.#generation;
    const made = make();
    this.#underWay.set(key, made);
    try {
      const entry = await made;
      // What was worked out from what is no more is given to who asked, and not kept.
      if (entry && generation === this.#generation) this.#keep(key, entry);
      return entry;
    } finally {
      if (this.#underWay.get(key) === made) this.#underWay.delete(key);
    }
  }

  /** Forget everything. */
  clear(): void {
    this.#entries.clear();
    this.#underWay.clear();
    this.#bytes = 0;
    this.#generation += 1;
  }

  #keep(key: string, entry: T): void {
    if (entry.size > this.#most) return;
    this.#entries.set(key, entry);
    this.#bytes += entry.size;
    for (const [oldest, { size }] of this.#entries) {
      if (this.#bytes <= this.#most) break;
      this.#entries.delete(oldest);
      this.#bytes -= size;
    }
  }
}
