/** This browser's own models: the one shelf that all pages share, and new models for it. */
import type { ModelTexts } from '../portfolio/model-texts.ts';
import {
  memoryShelf,
  openShelf,
  type Kept,
  type Origin,
  type OwnModel,
  type OwnShelf,
} from './own-shelf.ts';

/** How tabs tell each other that a version of a model was kept. */
export const CHANNEL = 'bide-own-models';

export interface OwnNews {
  key: string;
  version: number;
}

/** One for the whole page, opened when first asked for: in memory it must outlive each view. */
let shelf: Promise<OwnShelf> | undefined;

/** Return the shelf of this browser. Only in browsers. */
export function ownShelf(): Promise<OwnShelf> {
  return (shelf ??= openOwn());
}

async function openOwn(): Promise<OwnShelf> {
  try {
    return await openShelf(globalThis.indexedDB);
  } catch {
    // Where storage is blocked, already asking for it can be refused.
    return memoryShelf();
  }
}

export interface NewModel {
  name: string;
  texts: ModelTexts;
  origin: Origin;
  server?: Pick<OwnModel, 'server'>;
}

/** Put a new model on the shelf. */
export async function keepNew(
  on: OwnShelf,
  { name, texts, origin, server }: NewModel,
): Promise<Kept> {
  const model = { key: newKey(), name, texts, origin, past: [], future: [], ...server };
  return on.keep({ ...model, version: 0, savedAt: 0 }, 0, Date.now());
}

/** A key that no other model of this browser has. Works on plain http too, unlike `randomUUID`. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
