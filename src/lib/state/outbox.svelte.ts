/**
 * Answers on their way: each is kept on the device until the server says that it is on disk, sent
 * in order, and wiped then. A key tells the server what it has already.
 */
export interface Waiting<T> {
  key: string;
  what: T;
}

/** What became of sending: it is on disk; it is not taken, and why; or nobody can tell yet. */
export type Sending = { kind: 'sent' } | { kind: 'refused'; why: string } | { kind: 'later' };

/** What it needs of a browser; handed in, so that a test can be one. */
export interface Surroundings<T> {
  /** Where it is kept: the browser's own store, which may refuse. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
  send: (waiting: Waiting<T>) => Promise<Sending>;
  /** Call back later; returns how to give that up. */
  wait: (ms: number, call: () => void) => () => void;
  newKey: () => string;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 15_000;

export class Outbox<T> {
  waiting = $state<Waiting<T>[]>([]);
  /** How many were sent since the page was opened. */
  sent = $state(0);
  /** Why answers were not taken, the newest last. */
  refused = $state<string[]>([]);
  /** False where the browser keeps nothing: what waits is lost with the page then. */
  isKept = $state(true);
  readonly #name: string;
  readonly #around: Surroundings<T>;
  #isSending = false;
  #waitMs = FIRST_WAIT_MS;
  #giveUp: (() => void) | null = null;

  constructor(name: string, around: Surroundings<T>) {
    this.#name = name;
    this.#around = around;
    this.waiting = this.#read();
  }

  put(what: T): void {
    this.waiting.push({ key: this.#around.newKey(), what });
    this.#keep();
    void this.flush();
  }

  /** Try at once: the network may be there again. */
  async flush(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    this.#giveUp?.();
    this.#giveUp = null;
    try {
      while (this.waiting.length > 0) {
        const next = $state.snapshot(this.waiting[0]) as Waiting<T>;
        const sending = await this.#around.send(next);
        if (sending.kind === 'later') return;
        this.#waitMs = FIRST_WAIT_MS;
        if (sending.kind === 'sent') this.sent += 1;
        else this.refused.push(sending.why);
        // What was wiped in between is not there any more.
        this.waiting = this.waiting.filter(({ key }) => key !== next.key);
        this.#keep();
      }
    } finally {
      this.#isSending = false;
      if (this.waiting.length > 0) this.#tryLater();
    }
  }

  /** Wipe what waits: it is taken back before it was sent. */
  wipe(): void {
    this.waiting = [];
    this.#keep();
  }

  stop(): void {
    this.#giveUp?.();
  }

  #tryLater(): void {
    this.#giveUp = this.#around.wait(this.#waitMs, () => void this.flush());
    this.#waitMs = Math.min(this.#waitMs * 2, LONGEST_WAIT_MS);
  }

  #read(): Waiting<T>[] {
    try {
      const kept = this.#around.storage?.getItem(this.#name);
      return kept ? (JSON.parse(kept) as Waiting<T>[]) : [];
    } catch {
      // Neither a browser that refuses nor something else under this name is an answer.
      return [];
    }
  }

  #keep(): void {
    const { storage } = this.#around;
    try {
      if (this.waiting.length === 0) storage?.removeItem(this.#name);
      else storage?.setItem(this.#name, JSON.stringify(this.waiting));
      this.isKept = storage !== null;
    } catch {
      this.isKept = false;
    }
  }
}
