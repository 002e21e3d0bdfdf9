import type { DesignAnswer } from '../workshop/design-answer.ts';
import type { ShownDesigns } from '../workshop/views.ts';

/** What the model says of the designs on a screen, asked for again whenever other designs stand there. */
export class DesignsSeen {
  answers = $state.raw<Record<string, DesignAnswer>>({});
  budget = $state<number | null>(null);
  /** Why there is no answer; empty where there is one, or it is still worked out. */
  problem = $state('');
  readonly #address: string;
  #asked = '';

  constructor(address: string) {
    this.#address = address;
  }

  async show({ designs }: ShownDesigns): Promise<void> {
    const key = JSON.stringify(designs);
    if (key === this.#asked) return;
    this.#asked = key;
    this.answers = {};
    this.problem = '';
    try {
      const response = await fetch(this.#address);
      if (!response.ok) throw new Error(`${response.status}`);
      const said = (await response.json()) as {
        answers: Record<string, DesignAnswer>;
        budget: number | null;
      };
      if (key !== this.#asked) return;
      this.answers = said.answers;
      this.budget = said.budget;
    } catch {
      // Said on the screen; the designs stand there all the same.
      if (key !== this.#asked) return;
      this.problem = 'The model cannot be asked just now. Load this page again.';
      this.#asked = '';
    }
  }
}
