/** How much Markdown a narrative may hold: the time it takes to read grows with the square of these. */
import { LIMITS } from '../portfolio/limits.ts';

/** Signs that may begin or end something, such as * and [. */
const SIGNS = /[*_~`[\]<&]/g;
const MOST_SIGNS = 2000;
const MOST_SIGNS_OF_PARAGRAPH = 400;

/** Quotes and lists that begin on one line, each within the one before. */
const BEGINNINGS = /^(?:\s*(?:>|(?:[-*+]|\d{1,9}[.)])(?=\s|$)))+/;
const DEEPEST = 10;

/**
 * Return what a narrative has too much of to be read as Markdown, in words; null where it can be.
 * Looks once through it.
 */
export function tooMuchMarkdown(markdown: string): string | null {
  if (markdown.length > LIMITS.textCharacters) {
    return `more than ${LIMITS.textCharacters} letters`;
  }
  // What is escaped begins nothing.
  const live = markdown.replace(/\\[\s\S]/g, '');
  if (count(live, SIGNS) > MOST_SIGNS) return `more than ${MOST_SIGNS} signs such as * and [`;
  const paragraphs = live.split(/\n[ \t]*\n/);
  if (paragraphs.some((one) => count(one, SIGNS) > MOST_SIGNS_OF_PARAGRAPH)) {
    return `more than ${MOST_SIGNS_OF_PARAGRAPH} signs such as * and [ in one paragraph`;
  }
  const deep = (line: string) => count(BEGINNINGS.exec(line)?.[0] ?? '', /[>*+.)-]/g) > DEEPEST;
  return live.split('\n').some(deep) ? `quotes or lists more than ${DEEPEST} deep` : null;
}

function count(text: string, signs: RegExp): number {
  return text.match(signs)?.length ?? 0;
}
