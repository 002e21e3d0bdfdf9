import type { ChartOrigin } from '$lib/charts/chart-origin.ts';
import type { Names } from '$lib/words/names.ts';
import type {
  FromResults,
  ResultsAsked,
  ResultsPageName,
  ResultsShown,
  ToResults,
} from './results-messages.ts';
import Worker from './results.worker.ts?worker';

type Work<T> = T extends unknown ? Omit<T, 'job'> : never;

/** What a page of results shows of a model that no server knows: put together in a worker. */
export class ShownResults<A extends ResultsPageName> {
  /** The newest there is; null before the first. */
  shown = $state.raw<ResultsShown[A] | null>(null);
  /** Why nothing newer can be shown, in words; empty where nothing is wrong. */
  problem = $state('');

  readonly #at: A;
  #worker: InstanceType<typeof Worker> | null = null;
  #jobs = 0;
  /** The newest page that was asked for: earlier ones come too late. */
  #newest = 0;
  #asked: ResultsAsked | null = null;

  constructor(at: A) {
    this.#at = at;
  }

  /** Show the results of something else, or sharper ones, as soon as they are put together. */
  async ask(asked: ResultsAsked): Promise<void> {
    this.#asked = asked;
    const job = (this.#newest = this.#jobs + 1);
    const answer = await this.#work({ kind: 'page', at: this.#at, ...asked });
    if (job !== this.#newest) return;
    this.problem = answer.kind === 'failed' ? answer.message : '';
    if (answer.kind === 'page') this.shown = answer.shown as ResultsShown[A];
  }

  /** Return a table of what is shown as the text of a file. */
  async file(file: string, names: Names, origin: ChartOrigin): Promise<string> {
    if (!this.#asked) throw new Error('There is nothing to take away yet.');
    const answer = await this.#work({ kind: 'file', file, names, origin, ...this.#asked });
    if (answer.kind !== 'file') {
      throw new Error(answer.kind === 'failed' ? answer.message : 'No file was made.');
    }
    return answer.text;
  }

  /** End the worker: the page is left. */
  close(): void {
    this.#newest = -1;
    this.#worker?.terminate();
    this.#worker = null;
  }

  #work(work: Work<ToResults>): Promise<FromResults> {
    const worker = (this.#worker ??= new Worker());
    const job = (this.#jobs += 1);
    return new Promise((resolve) => {
      const over = (answer: FromResults) => {
        worker.removeEventListener('message', hear);
        worker.removeEventListener('error', die);
        resolve(answer);
      };
      const hear = ({ data }: MessageEvent<FromResults>) => {
        if (data.job === job) over(data);
      };
      // The next piece of work starts another.
      const die = () => {
        if (this.#worker === worker) this.#worker = null;
        over({ job, kind: 'failed', message: 'Your browser stopped the work half-way.' });
      };
      worker.addEventListener('message', hear);
      worker.addEventListener('error', die);
      worker.postMessage({ job, ...work } satisfies ToResults);
    });
  }
}
