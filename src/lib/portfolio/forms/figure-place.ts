import { valueAt } from './references.ts';

/** Figures of a length that carry its range. */
const OF_A_LENGTH = ['mean', 'median', 'exactly'];

/**
 * Return where the figure of an input stands in a file: at its path, or inside
 * the length there; null where the file has none.
 */
export function figurePlace(raw: unknown, key: string): string | null {
  const value = valueAt(raw, key);
  if (value === undefined) return null;
  if (typeof value !== 'object' || value === null || 'best' in value) return key;
  const inside = OF_A_LENGTH.find((one) => one in value);
  return inside === undefined ? null : `${key}.${inside}`;
}
