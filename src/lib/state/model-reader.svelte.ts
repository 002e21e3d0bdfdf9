/**
 * A worker that reads and edits models, as pages see it: they ask, and go on. A worker that dies is
 * started again and asked again, so that nothing that was asked for is lost.
 */
import ReadWorker from './read-model.worker.ts?worker';
import type { FromReader, ReaderCall, ReaderCalls, ToReader } from './reader-calls.ts';

/** What is needed of a worker; tests bring their own. */
export interface ReaderWorker {
  post(message: ToReader): void;
  end(): void;
}

export interface ReaderEvents {
  message: (message: FromReader) => void;
  died: () => void;
}

export type StartReader = (events: ReaderEvents) => ReaderWorker;

/** How often one question may cost a worker its life. */
const mostDeaths = 3;

interface Asked {
  message: ToReader;
  deaths: number;
  resolve: (value: unknown) => void;
  reject: (reason: Error) => void;
}

export class ModelReader {
  /** How often a worker stopped and another took over. */
  restarts = $state(0);
  /** What is not answered yet, the oldest first: a worker answers in turn. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing on a page shows it
  readonly #asked = new Map<number, Asked>();
  readonly #start: StartReader;
  #worker: ReaderWorker | null = null;
  #jobs = 0;

  constructor(start: StartReader = startWorker) {
    this.#start = start;
  }

  /** Ask for something; rejects when workers die of it, or when our own code is at fault. */
  call<C extends ReaderCall>(
    call: C,
    ...args: Parameters<ReaderCalls[C]>
  ): Promise<ReturnType<ReaderCalls[C]>> {
    return new Promise((resolve, reject) => {
      const message: ToReader = { job: ++this.#jobs, call, args };
      const asked = { message, deaths: 0, resolve: resolve as Asked['resolve'], reject };
      this.#asked.set(message.job, asked);
      (this.#worker ??= this.#spawn()).post(message);
    });
  }

  /** End the worker; what it was asked is not answered any more. */
  end(): void {
    this.#worker?.end();
    this.#worker = null;
    this.#asked.clear();
  }

  #spawn(): ReaderWorker {
    const worker: ReaderWorker = this.#start({
      message: (message) => this.#worker === worker && this.#hear(message),
      died: () => this.#worker === worker && this.#bury(),
    });
    return worker;
  }

  #hear(message: FromReader): void {
    const asked = this.#asked.get(message.job);
    this.#asked.delete(message.job);
    if (message.kind === 'answer') asked?.resolve(message.value);
    else asked?.reject(new Error(message.message));
  }

  /** The oldest question was being worked on: what it killed often enough is not asked again. */
  #bury(): void {
    this.#worker?.end();
    this.#worker = null;
    this.restarts += 1;
    const [oldest] = this.#asked.values();
    if (oldest && ++oldest.deaths >= mostDeaths) {
      this.#asked.delete(oldest.message.job);
      oldest.reject(
        new Error(
          `The part of this page that reads the model stopped ${mostDeaths} times. ` +
            'Nothing is lost: change something to try again.',
        ),
      );
    }
    if (this.#asked.size === 0) return;
    this.#worker = this.#spawn();
    for (const { message } of this.#asked.values()) this.#worker.post(message);
  }
}

function startWorker({ message, died }: ReaderEvents): ReaderWorker {
  const worker = new ReadWorker();
  // What is made of an answer has a task of its own: unpacking a large one is long enough.
  worker.addEventListener('message', ({ data }: MessageEvent<FromReader>) =>
    setTimeout(() => message(data)),
  );
  worker.addEventListener('error', died);
  worker.addEventListener('messageerror', died);
  return { post: (asked) => worker.postMessage(asked), end: () => worker.terminate() };
}
