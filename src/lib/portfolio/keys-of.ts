/** Return the keys of a mapping; the type sees to it that none is left out and none invented. */
export function keysOf<T>(keys: Record<keyof T, true>): readonly string[] {
  return Object.keys(keys);
}
