import { getContext, setContext } from 'svelte';
import type { ModelReader } from './model-reader.svelte.ts';
import type { OwnDraft } from './own-draft.svelte.ts';
import type { OwnReading } from './own-reading.svelte.ts';

/** What every page about one own model works with. */
export interface OwnWork {
  draft: OwnDraft;
  reading: OwnReading;
  /** Reads and edits for the pages, while `reading` may still be busy with the whole model. */
  forms: ModelReader;
  /** How often a worker that reads this model stopped and another took over. */
  readonly restarts: number;
}

const KEY = Symbol('own model');

/** Called by the layout of own models, whose pages are there only once there is something to give. */
export function provideOwnWork(work: () => OwnWork): void {
  setContext(KEY, work);
}

/** Return the model that is being edited: its texts, undo, saving. */
export function ownDraft(): OwnDraft {
  return ownWork().draft;
}

/** Return what reading that model has found: the model itself, or why it cannot be used yet. */
export function ownReading(): OwnReading {
  return ownWork().reading;
}

/** Return all of it. */
export function ownWork(): OwnWork {
  return getContext<() => OwnWork>(KEY)();
}
