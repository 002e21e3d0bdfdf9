import { LOOKS, type DesignAnswer, type Look } from '../workshop/design-answer.ts';
import type { DesignSettings } from '../workshop/designs.ts';

/** Asks what the model says of a design, over so many futures. */
export type AskOfDesign = (settings: DesignSettings, runs: Look) => Promise<DesignAnswer>;

/** How long a design is left alone before more is asked of it: whoever still changes it waits for nothing. */
const REST_MS = 1000;

/**
 * Looks at a design while it is made: a first look is asked for once at a time, and then for the
 * newest; then longer ones of the same design, for two futures tell nobody much.
 */
export class DesignLook {
  answer = $state.raw<DesignAnswer | null>(null);
  state = $state<'idle' | 'looking' | 'done' | 'failed'>('idle');
  /** True while more runs of the design that is shown are on their way. */
  isGoingOn = $state(false);
  readonly #ask: AskOfDesign;
  readonly #restMs: number;
  #next: DesignSettings | null = null;
  /** What was asked for last: whatever is found of another comes too late. */
  #newest: DesignSettings | null = null;
  #longer: Promise<void> = Promise.resolve();

  constructor(ask: AskOfDesign, restMs = REST_MS) {
    this.#ask = ask;
    this.#restMs = restMs;
  }

  /** Look at a design; whatever waited to be looked at before it is forgotten. */
  async look(settings: DesignSettings): Promise<void> {
    this.#next = settings;
    this.#newest = settings;
    this.isGoingOn = false;
    if (this.state === 'looking') return;
    this.state = 'looking';
    let answer: DesignAnswer | null = null;
    let design = settings;
    while (this.#next !== null) {
      design = this.#next;
      this.#next = null;
      try {
        answer = await this.#ask(design, LOOKS[0]);
      } catch {
        // No network, or too busy a server: said beside the design, which can be sent all the same.
        answer = null;
      }
    }
    this.answer = answer;
    this.state = answer ? 'done' : 'failed';
    if (answer?.kind !== 'answer' || this.#newest !== design) return;
    this.isGoingOn = true;
    // One after the other: the server works out one for each phone.
    this.#longer = this.#longer.then(() => this.#lookLonger(design));
  }

  /** Ask for nothing more: nobody looks any longer. */
  stop(): void {
    this.#next = null;
    this.#newest = null;
    this.isGoingOn = false;
  }

  async #lookLonger(design: DesignSettings): Promise<void> {
    const isNewest = () => this.#newest === design;
    for (const runs of LOOKS.slice(1)) {
      if (isNewest()) await new Promise((resolve) => setTimeout(resolve, this.#restMs));
      if (!isNewest()) return;
      const answer = await this.#ask(design, runs).catch(() => null);
      if (!isNewest()) return;
      // What is known already stays, and says of how few runs it is.
      if (answer === null) break;
      this.answer = answer;
    }
    this.isGoingOn = false;
  }
}

/** Ask the server of a room what the model says of a design. */
export async function askRoom(
  code: string,
  question: string,
  settings: DesignSettings,
  runs: Look,
): Promise<DesignAnswer> {
  const response = await fetch(`/join/${code}/try`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question, settings, runs }),
  });
  if (!response.ok) throw new Error(`The server answered with ${response.status}.`);
  return (await response.json()) as DesignAnswer;
}
