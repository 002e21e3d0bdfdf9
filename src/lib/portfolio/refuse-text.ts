import type { Finding } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';
import { LIMITS } from './limits.ts';
import { withoutTurning } from './turning-marks.ts';

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

/**
 * Return the first of what no plain text holds, and where, or null: bytes that were no UTF-8,
 * control characters, marks that turn a line, halves of characters. They come from binary files,
 * UTF-16, escapes, and what was copied from elsewhere.
 */
export function strangeCharacter(text: string): { found: string; index: number } | null {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) return { found: 'bytes that are no UTF-8', index: i };
    const control = code < 32 && code !== 9 && code !== 10 && code !== 13;
    if (control || code === 127 || code >= 0xfffe) return { found: 'control characters', index: i };
    if (code > 0x2029 && code < 0x206a && withoutTurning(text[i]) === '') {
      return { found: 'marks that turn the direction of a line', index: i };
    }
    if (code >= 0xd800 && code < 0xe000) {
      const next = text.charCodeAt(i + 1);
      const paired = code < 0xdc00 && next >= 0xdc00 && next < 0xe000;
      if (!paired) return { found: 'half of a character', index: i };
      i++;
    }
  }
  return null;
}

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
