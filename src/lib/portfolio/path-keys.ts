import { isForbiddenKey } from './slot.ts';
import { stageId } from './stage-id.ts';

/** A mapping or a list of a file that was read. */
export type Holder = Record<string, unknown> | unknown[];

/** Return the keys of a path: "services.roads.pathway.0.leave"; null where it is none. */
export function keysOfPath(path: string): string[] | null {
  const keys = path.split('.');
  const broken = keys.some((key) => key.trim() === '' || isForbiddenKey(key));
  return broken || path.length > 300 ? null : keys;
}

/** The key that a segment of a path means: itself, or the index of the entry it names. */
export function keyIn(holder: Holder, segment: string): string | null {
  if (!Array.isArray(holder)) return segment;
  if (/^\d+$/.test(segment)) return segment;
  const index = entryOf(holder, segment);
  return index < 0 ? null : String(index);
}

/** Index of the entry of a list with this id, or with this name of its stage; -1 where none is. */
export function entryOf(list: unknown[], id: string): number {
  return list.findIndex((entry) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return false;
    const { id: own, stage } = entry as Record<string, unknown>;
    return own === id || (typeof stage === 'string' && stageId(stage) === id);
  });
}
