import { withoutTurning } from './turning-marks.ts';

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
