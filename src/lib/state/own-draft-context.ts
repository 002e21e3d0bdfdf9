import { getContext, setContext } from 'svelte';
import type { OwnDraft } from './own-draft.svelte.ts';
import type { OwnReading } from './own-reading.svelte.ts';

/** What every page about one own model works with. */
export interface OwnWork {
  draft: OwnDraft;
  reading: OwnReading;
}

const KEY = Symbol('own model');

/** Called by the layout of own models, whose pages are there only once there is something to give. */
export function provideOwnWork(work: () => OwnWork): void {
  setContext(KEY, work);
}

/** Return the model that is being edited: its texts, undo, saving. */
export function ownDraft(): OwnDraft {
  return getContext<() => OwnWork>(KEY)().draft;
}

/** Return what reading that model has found: the model itself, or why it cannot be used yet. */
export function ownReading(): OwnReading {
  return getContext<() => OwnWork>(KEY)().reading;
}
