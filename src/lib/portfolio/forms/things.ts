import { valueAt, type ThingKind } from './references.ts';

/** Something that can be chosen by its id. */
export interface Choice {
  id: string;
  name: string;
}

/**
 * Return what there is of some kinds to choose from, in the order of the file.
 * `path` is where the choice is made: roles, places, points and partners are
 * those of the service around it.
 */
export function thingsNamed(raw: unknown, kinds: readonly ThingKind[], path: string): Choice[] {
  return kinds.flatMap((kind) => {
    if (kind === 'criteria') return criteriaOf(raw);
    const service = /^services\.[^.]+/.exec(path)?.[0];
    const isOfService = ['roles', 'places', 'points', 'partners'].includes(kind);
    if (isOfService && service === undefined) return [];
    return entriesOf(valueAt(raw, isOfService ? `${service}.${kind}` : kind));
  });
}

function entriesOf(mapping: unknown): Choice[] {
  if (typeof mapping !== 'object' || mapping === null) return [];
  return Object.entries(mapping).map(([id, entry]) => ({ id, name: nameOf(id, entry) }));
}

function criteriaOf(raw: unknown): Choice[] {
  const standards = valueAt(raw, 'standards');
  if (typeof standards !== 'object' || standards === null) return [];
  return Object.values(standards).flatMap((list: unknown) =>
    Array.isArray(list)
      ? list.flatMap((one: unknown) => {
          const { id, promise } = (one ?? {}) as Record<string, unknown>;
          return typeof id === 'string' ? [{ id, name: String(promise ?? id) }] : [];
        })
      : [],
  );
}

/** Return what an entry is called: its name, title or words, else its id in words. */
export function nameOf(id: string, entry: unknown): string {
  if (typeof entry === 'string' && entry.trim() !== '') return entry;
  const said = ['name', 'title', 'stage', 'ask', 'says', 'promise', 'asked', 'funder']
    .map((key) => valueAt(entry, key))
    .find((value) => typeof value === 'string' && value.trim() !== '');
  if (typeof said === 'string') return said;
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
