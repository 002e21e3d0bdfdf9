import type { By } from '../measures/measure.ts';

/**
 * Return what tells a measure of one arm from another, and finds its like in
 * the next arm: its id and what it is split by, never its place in a vector.
 */
export function measureKey({ id, by }: { id: string; by: By | null }): string {
  const within = by?.within ? [by.within.kind, by.within.id] : [];
  return JSON.stringify(by ? [id, by.kind, by.id, ...within] : [id]);
}
