/** What reading and checking a model's texts has found, kept up with the texts as they change. */
import type { Checked, Finding } from '../diagnostics/finding.ts';
import type { ModelTexts } from '../portfolio/model-texts.ts';
import { modelInShort, type ModelInShort } from './model-in-short.ts';
import type { ReadModel } from './reader-calls.ts';

/** Reads texts, as a whole or in short; tests bring their own. */
export interface ReadTexts {
  read: (texts: ModelTexts) => Promise<Checked<ReadModel>>;
  check: (texts: ModelTexts) => Promise<Checked<ModelInShort>>;
}

/** How long the texts must stand still before they are read, in milliseconds. */
const readAfter = 250;

interface Found {
  /** The texts that were read; null before the first reading. */
  of: ModelTexts | null;
  short: ModelInShort | null;
  /** Null, too, where no page wants the whole model. */
  model: ReadModel | null;
  findings: Finding[];
}

export class OwnReading {
  #found = $state.raw<Found>({ of: null, short: null, model: null, findings: [] });
  #problem = $state('');
  #timer: ReturnType<typeof setTimeout> | null = null;
  #asked: ModelTexts | null = null;
  /** What was read last, or could not be: it is not tried again. */
  #tried: { texts: ModelTexts; isWhole: boolean } | null = null;
  #isReading = false;
  /** How many parts of the page want the whole model. */
  #wanting = 0;
  readonly #read: ReadTexts;

  constructor(read: ReadTexts) {
    this.#read = read;
  }

  /** The model in short; null where its findings say why it cannot be used, and before the first reading. */
  get short(): ModelInShort | null {
    return this.#found.short;
  }
  /** The whole model, for pages that said that they want it; null until it is here. */
  get model(): ReadModel | null {
    return this.#found.model;
  }
  /** True while the whole model is not here yet, and nothing is known that keeps it from being used. */
  get isAwaited(): boolean {
    return this.of === null || (this.short !== null && this.model === null);
  }
  get findings(): Finding[] {
    return this.#found.findings;
  }
  /** The texts that were read; while other texts stand in the draft, the reading is a little late. */
  get of(): ModelTexts | null {
    return this.#found.of;
  }
  /** Why texts could not even be read: a fault of ours, not of the model. */
  get problem(): string {
    return this.#problem;
  }

  /** Say that the whole model is wanted, until what is returned is called. */
  want(): () => void {
    this.#wanting += 1;
    if (this.#found.short && !this.#found.model) void this.#catchUp();
    return () => (this.#wanting -= 1);
  }

  /** Read these texts, once they stand still; the first are read at once. */
  follow(texts: ModelTexts): void {
    if (texts === this.#asked) return;
    const isFirst = this.#asked === null;
    this.#asked = texts;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#catchUp(), isFirst ? 0 : readAfter);
  }

  /** Read the newest texts; what came and went while others were being read is never read. */
  async #catchUp(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    for (let next = this.#next(); next; next = this.#next()) {
      this.#tried = next;
      await this.#readOnce(next);
    }
    this.#isReading = false;
  }

  #next(): { texts: ModelTexts; isWhole: boolean } | null {
    const [texts, tried, isWhole] = [this.#asked, this.#tried, this.#wanting > 0];
    if (!texts) return null;
    const isKnown = texts === tried?.texts && (tried.isWhole || !isWhole || !this.#found.short);
    return isKnown ? null : { texts, isWhole };
  }

  async #readOnce({ texts, isWhole }: { texts: ModelTexts; isWhole: boolean }): Promise<void> {
    try {
      const found = await this.#find(texts, isWhole);
      if (texts !== this.#asked) return;
      this.#found = { of: texts, ...found };
      this.#problem = '';
    } catch (error) {
      if (texts === this.#asked) this.#problem = error instanceof Error ? error.message : '';
    }
  }

  async #find(texts: ModelTexts, isWhole: boolean): Promise<Omit<Found, 'of'>> {
    if (!isWhole) {
      const { value: short, findings } = await this.#read.check(texts);
      return { short, model: null, findings };
    }
    const { value: model, findings } = await this.#read.read(texts);
    return { short: model && modelInShort(model), model, findings };
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
