import type { Finding } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';
import { LIMITS } from './limits.ts';
import { strangeCharacter } from './strange-character.ts';

/** Levels of brackets or dashes after which a text is not even given to the YAML reader. */
const DEEPEST = 200;

/**
 * Return why a text should not be given to the YAML reader, or null. Looks once
 * through the text, so that what is made to harm costs no more than its length.
 */
export function refuseText(text: string): Finding | null {
  if (text.length > LIMITS.characters) {
    return makeFinding('file-too-large', '', { limit: `${LIMITS.characters / 1e6} MB` });
  }
  if (text.trim() === '') return makeFinding('file-empty', '', {});
  const strange = strangeCharacter(text);
  if (strange) {
    const { found, index } = strange;
    return { ...makeFinding('file-not-text', '', { found }), ...placeAt(text, index) };
  }
  const deep = tooDeep(text);
  return deep && { ...makeFinding('nested-too-deep', '', { limit: LIMITS.depth }), ...deep };
}

type At = { line: number; column: number };

/** Place where brackets, or dashes of one line, nest beyond any model. */
function tooDeep(text: string): At | null {
  let brackets = 0;
  let dashes = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '[' || character === '{') brackets++;
    else if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1);
    else if (character === '\n') dashes = 0;
    else if ((character === '-' || character === '?') && text[i + 1] === ' ') dashes++;
    if (brackets > DEEPEST || dashes > DEEPEST) return placeAt(text, i);
  }
  return null;
}

function placeAt(text: string, index: number): At {
  let line = 1;
  let start = 0;
  for (let i = 0; i < index; i++) {
    if (text[i] !== '\n') continue;
    line++;
    start = i + 1;
  }
  return { line, column: index - start + 1 };
}
