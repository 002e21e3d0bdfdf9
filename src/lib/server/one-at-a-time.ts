/** Work that is done one piece after the other, in the order in which it was asked for. */
export class OneAtATime {
  readonly #waiting: { name: string; begin: () => void; refuse: (reason: Error) => void }[] = [];
  #working: string | null = null;

  /** How many pieces wait; the one that is being done does not count. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** How many pieces are done before the one of this name; 0 where it is being done, or unknown. */
  before(name: string): number {
    const place = this.#waiting.findIndex((one) => one.name === name);
    return place < 0 ? 0 : place + (this.#working === null ? 0 : 1);
  }

  /** Do a piece of work once those before it are over, however they ended. */
  async run<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (this.#working !== null) {
      await new Promise<void>((begin, refuse) => this.#waiting.push({ name, begin, refuse }));
    }
    this.#working = name;
    try {
      return await work();
    } finally {
      // The turn is handed on at once, so that nobody who asks in between comes first.
      const next = this.#waiting.shift();
      this.#working = next?.name ?? null;
      next?.begin();
    }
  }

  /** Refuse what waits. */
  close(): void {
    for (const { refuse } of this.#waiting.splice(0)) refuse(new Error('It was closed.'));
  }
}
