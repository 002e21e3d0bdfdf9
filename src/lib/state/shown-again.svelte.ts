import type { ScreenChange } from '../workshop/last-change.ts';

/** The last change of a screen, while it is shown again. */
export class ShownAgain {
  change = $state.raw<ScreenChange | null>(null);
  /** Why it is not shown; empty where it is, or nobody asked. */
  problem = $state('');
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  async show(): Promise<void> {
    this.problem = '';
    try {
      const response = await fetch(this.#address);
      if (!response.ok) throw new Error(`${response.status}`);
      this.change = (await response.json()) as ScreenChange | null;
      if (!this.change) this.problem = 'Nothing has changed yet.';
    } catch {
      // Said on the screen, which shows all the same how it is now.
      this.problem = 'No connection to the server just now.';
    }
  }

  close(): void {
    this.change = null;
    this.problem = '';
  }
}
