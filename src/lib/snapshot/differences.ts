/**
 * Where two plain values differ, by path: for a re-run that did not give the published numbers, and
 * for what a new version changed.
 */

/** One place where two values differ. `undefined` stands for nothing there. */
export interface Differing {
  /** Keys from the outside in; entries of lists by their id where they have one. */
  path: string[];
  before: unknown;
  after: unknown;
}

/** Return every place where two values differ, in the order of the first, at most `most`. */
export function differencesBetween(before: unknown, after: unknown, most = 1000): Differing[] {
  const found: Differing[] = [];
  compare(before, after, [], found, most);
  return found;
}

function compare(
  before: unknown,
  after: unknown,
  path: string[],
  found: Differing[],
  most: number,
): void {
  if (found.length >= most || Object.is(before, after)) return;
  const [a, b] = [named(before), named(after)];
  if (!a || !b) {
    // Zero and minus zero are one number to JSON.
    if (before !== after) found.push({ path, before, after });
    return;
  }
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    compare(a.get(key), b.get(key), [...path, key], found, most);
  }
}

/** Entries by key; those of a list by their name, which stays when the list grows. */
function named(value: unknown): Map<string, unknown> | null {
  if (Array.isArray(value)) {
    const entries = new Map<string, unknown>();
    value.forEach((item, index) => {
      const name = nameOf(item) ?? String(index);
      entries.set(entries.has(name) ? `${name} (${index})` : name, item);
    });
    return entries;
  }
  if (typeof value !== 'object' || value === null) return null;
  return new Map(Object.entries(value));
}

/** The id of an entry, with what it is split by. */
function nameOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null) return null;
  const { id, path, scenario, by } = item as Record<string, unknown>;
  const name = [id, path, scenario].find((one) => typeof one === 'string');
  if (typeof name !== 'string') return null;
  return typeof by === 'object' && by !== null ? `${name} ${splitName(by)}` : name;
}

function splitName(by: object): string {
  const { kind, id, within } = by as { kind?: string; id?: string; within?: object };
  return [`by ${kind ?? ''} ${id ?? ''}`, ...(within ? [splitName(within)] : [])].join(', ');
}
