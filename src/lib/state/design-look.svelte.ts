import type { DesignAnswer } from '../workshop/design-answer.ts';
import type { DesignSettings } from '../workshop/designs.ts';

/** A first look at a design while it is made: asked for once at a time, and then for the newest. */
export class DesignLook {
  answer = $state.raw<DesignAnswer | null>(null);
  state = $state<'idle' | 'looking' | 'done' | 'failed'>('idle');
  readonly #ask: (settings: DesignSettings) => Promise<DesignAnswer>;
  #next: DesignSettings | null = null;

  constructor(ask: (settings: DesignSettings) => Promise<DesignAnswer>) {
    this.#ask = ask;
  }

  /** Look at a design; whatever waited to be looked at before it is forgotten. */
  async look(settings: DesignSettings): Promise<void> {
    this.#next = settings;
    if (this.state === 'looking') return;
    this.state = 'looking';
    let answer: DesignAnswer | null = null;
    while (this.#next !== null) {
      const design = this.#next;
      this.#next = null;
      try {
        answer = await this.#ask(design);
      } catch {
        // No network, or too busy a server: said beside the design, which can be sent all the same.
        answer = null;
      }
    }
    this.answer = answer;
    this.state = answer ? 'done' : 'failed';
  }
}

/** Ask the server of a room what the model says of a design. */
export async function askRoom(
  code: string,
  question: string,
  settings: DesignSettings,
): Promise<DesignAnswer> {
  const response = await fetch(`/join/${code}/try`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question, settings }),
  });
  if (!response.ok) throw new Error(`The server answered with ${response.status}.`);
  return (await response.json()) as DesignAnswer;
}
