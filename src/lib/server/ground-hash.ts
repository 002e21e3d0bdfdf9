import { modelHash } from './model-hash.ts';

/** Keys that hold words for readers: no result depends on them. */
const WORDS = new Set(['why', 'holder', 'about', 'notice', 'question', 'noted-by', 'noted-on']);

/**
 * Return the hash of what a model's results rest on: its file without the words
 * that only readers need, so that a better reason does not make results look old.
 */
export function groundHash(raw: unknown): string {
  return modelHash(withoutWords(raw));
}

function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !WORDS.has(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutWords(inner)]));
}
