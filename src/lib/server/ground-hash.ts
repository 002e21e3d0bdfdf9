import { figuresOf } from '../portfolio/figures-of.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { modelHash } from './model-hash.ts';

/** Keys that hold words for readers: no result depends on them. */
const WORDS = new Set([
  ...['why', 'holder', 'about', 'notice', 'question', 'source', 'noted-by', 'noted-on'],
]);

/** Parts of a file that say something about it, and nothing that a run reads. */
const ASIDE = new Set(['title', 'sources', 'said', 'log', 'surveys', 'levers', 'principles']);

/**
 * Return the hash of what a model's results rest on: its figures with their
 * ranges, as they were read, and its file without what only readers need. So a
 * better reason does not make results look old, and a better known source does
 * where it narrows an assumed range.
 */
export function groundHash({ raw, portfolio }: { raw: object; portfolio: Portfolio }): string {
  const kept = Object.entries(raw).filter(([key]) => !ASIDE.has(key));
  const figures = figuresOf(portfolio)
    .filter(({ byDefault }) => !byDefault)
    .map(({ path, value, low = value, high = value }) => [path, value, low, high]);
  return modelHash({ figures, file: withoutWords(Object.fromEntries(kept)) });
}

function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !WORDS.has(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutWords(inner)]));
}
