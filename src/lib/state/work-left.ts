import type { OwnWork } from './own-draft-context.ts';

/** An own model opened for work. */
export interface Opened<Work = OwnWork> {
  work: Work;
  /** Leave it: all that it needs ends once everything is kept. */
  close: () => void;
}

/** What is needed of work to know whether it is kept. */
interface Left {
  draft: Pick<OwnWork['draft'], 'key' | 'saving' | 'save' | 'saveTyped'>;
}

/**
 * Work on models whose pages were left. What is not kept yet, or could not be, stays here in the
 * page's memory, so that whoever comes back within the app finds it as it was left.
 */
export class WorkLeft<Work extends Left = OwnWork> {
  readonly #left = new Map<string, Opened<Work>>();

  /** Keep what is unsaved, then end the work; where it cannot be kept, it waits to be taken back. */
  async leave(opened: Opened<Work>, end: () => void): Promise<void> {
    const { draft } = opened.work;
    this.#left.set(draft.key, opened);
    globalThis.addEventListener?.('beforeunload', this.#warn);
    await draft.saveTyped();
    // Somebody came back meanwhile: it is theirs to leave again.
    if (this.#left.get(draft.key) !== opened || !this.#isKept(opened)) return;
    this.#forget(draft.key);
    end();
  }

  /** Return what waits of a model, and try again to keep it; undefined where nothing waits. */
  takeBack(key: string): Opened<Work> | undefined {
    const opened = this.#left.get(key);
    this.#forget(key);
    void opened?.work.draft.save();
    return opened;
  }

  /** True where something of a model is nowhere but here. */
  holds(key: string): boolean {
    const opened = this.#left.get(key);
    return opened !== undefined && !this.#isKept(opened);
  }

  #isKept({ work }: Opened<Work>): boolean {
    return work.draft.saving.kind === 'saved';
  }

  #forget(key: string): void {
    this.#left.delete(key);
    if (this.#left.size === 0) globalThis.removeEventListener?.('beforeunload', this.#warn);
  }

  // Within the app it waits here; with the page itself it would be gone.
  readonly #warn = (event: Event): void => {
    if ([...this.#left.keys()].some((key) => this.holds(key))) event.preventDefault();
  };
}

export const workLeft = new WorkLeft();
