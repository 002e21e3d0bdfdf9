/** Scenarios that somebody made, as an address holds them: read from it, and written as they change. */
import { goto, replaceState } from '$app/navigation';
import { page } from '$app/state';
import { readAddress, writeAddress, type MadeScenario } from '$lib/state/scenario-address.ts';
import { markOf, pagePath, type Desk, type DeskPage } from '../desk.ts';
import { addressProblemWords, otherVersionWords } from './address-words.ts';
import type { SideBySide } from './side-by-side.svelte.ts';
import { withParameter } from './with-parameter.ts';

export interface MadeOn {
  desk: Desk;
  side: SideBySide;
  /** The page whose address it is. */
  at: DeskPage;
}

export class MadeInAddress {
  /** What is to be said of the address; empty where nothing is. */
  note = $state('');
  /** The part of the address that was last read or written: that is not read again. */
  #known: string | null = null;
  readonly #on: () => MadeOn;

  constructor(on: () => MadeOn) {
    this.#on = on;
  }

  /** Read the part of an address that holds scenarios; null: it holds none. */
  async open(text: string | null): Promise<void> {
    const { desk, side } = this.#on();
    if (text === this.#known) return;
    this.#known = text;
    this.note = '';
    if (text === null) {
      side.made = [];
      return;
    }
    const { addressed, problem } = await readAddress(text);
    // Another address came meanwhile.
    if (text !== this.#known) return;
    if (problem !== null) {
      side.made = [];
      this.note = addressProblemWords(problem);
      return;
    }
    side.made = addressed.scenarios;
    this.note = otherVersionWords(addressed, desk);
    if (side.room < 0) {
      this.note += ' Six stand side by side at most: choose fewer prepared ones to see all.';
    }
  }

  /** Let these stand there in place of those before, and in the address. */
  async set(scenarios: MadeScenario[]): Promise<void> {
    const { desk, side, at } = this.#on();
    side.made = scenarios;
    const text = scenarios.length === 0 ? null : await this.addressOf(...scenarios);
    this.note =
      scenarios.length > 0 && text === null
        ? 'These are too many changes for an address: it does not hold them. Take them as a file.'
        : '';
    this.#known = text;
    // eslint-disable-next-line svelte/no-navigation-without-resolve -- this page's own path, resolved
    replaceState(pagePath(desk, at) + withParameter(page.url, 's', text), page.state);
  }

  /** Let more prepared scenarios stand there. */
  addPrepared(ids: readonly string[]): void {
    const { desk, side, at } = this.#on();
    const { ids: before } = side.choice;
    const all = [...before, ...ids.filter((id) => !before.includes(id))].join(',');
    const search = withParameter(page.url, 'scenarios', all);
    // eslint-disable-next-line svelte/no-navigation-without-resolve -- this page's own path, resolved
    void goto(pagePath(desk, at) + search, { noScroll: true, keepFocus: true });
  }

  /** Return the part of an address that holds scenarios; null where they are too many for one. */
  addressOf(...scenarios: MadeScenario[]): Promise<string | null> {
    const { desk } = this.#on();
    return writeAddress({ model: markOf(desk), engine: desk.engine, scenarios });
  }
}
