/** What reading and checking a model's texts has found, kept up with the texts as they change. */
import type { Checked, Finding } from '../diagnostics/finding.ts';
import type { ModelTexts } from '../portfolio/model-texts.ts';
import type { ReadModel } from './reader-calls.ts';

/** Reads texts; tests bring their own. */
export type ReadTexts = (texts: ModelTexts) => Promise<Checked<ReadModel>>;

/** How long the texts must stand still before they are read, in milliseconds. */
const readAfter = 250;

export class OwnReading {
  /** The texts that `model` and `findings` are of; null before the first reading. */
  #of = $state.raw<ModelTexts | null>(null);
  #checked = $state.raw<Checked<ReadModel>>({ value: null, findings: [] });
  #problem = $state('');
  #timer: ReturnType<typeof setTimeout> | null = null;
  #asked: ModelTexts | null = null;
  #isReading = false;
  readonly #read: ReadTexts;

  constructor(read: ReadTexts) {
    this.#read = read;
  }

  /** The model; null where its findings say why it cannot be used, and before the first reading. */
  get model(): ReadModel | null {
    return this.#checked.value;
  }
  get findings(): Finding[] {
    return this.#checked.findings;
  }
  /** The texts that were read; while other texts stand in the draft, the reading is a little late. */
  get of(): ModelTexts | null {
    return this.#of;
  }
  /** Why texts could not even be read: a fault of ours, not of the model. */
  get problem(): string {
    return this.#problem;
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
    for (let read: ModelTexts | null = null; this.#asked && this.#asked !== read;) {
      read = this.#asked;
      await this.#readOnce(read);
    }
    this.#isReading = false;
  }

  async #readOnce(texts: ModelTexts): Promise<void> {
    try {
      const checked = await this.#read(texts);
      if (texts !== this.#asked) return;
      this.#checked = checked;
      this.#of = texts;
      this.#problem = '';
    } catch (error) {
      if (texts === this.#asked) this.#problem = error instanceof Error ? error.message : '';
    }
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
