/**
 * The code of a room finds the room, and opens nothing else. The code on a slip brings one person
 * back into it, so that it is longer.
 */

/** No two of these are taken for each other, aloud or on a screen, and they make no words. */
const ALPHABET = 'CDFHJKMNPRTWXY3479';

export const CODE_LENGTH = 6;
export const SLIP_LENGTH = 8;

/**
 * Return a code from random numbers below 256, or null where there were too few that can be used.
 * Numbers that would make some letters likelier than others are passed over.
 */
export function joinCode(random: Iterable<number>, length = CODE_LENGTH): string | null {
  const fair = 256 - (256 % ALPHABET.length);
  let code = '';
  for (const number of random) {
    if (number >= fair) continue;
    code += ALPHABET[number % ALPHABET.length];
    if (code.length === length) return code;
  }
  return null;
}

/** Return the code that somebody typed, however they typed it; null where it can be none. */
export function readCode(typed: string, length = CODE_LENGTH): string | null {
  const code = typed
    .slice(0, 40)
    .toUpperCase()
    .replace(/[\s.·–-]/g, '');
  const isOne = code.length === length && [...code].every((one) => ALPHABET.includes(one));
  return isOne ? code : null;
}

/** "CDF 347", and of a slip "CDF3 47HJ": easier to read aloud and to type. */
export function spacedCode(code: string): string {
  const half = code.length / 2;
  return `${code.slice(0, half)} ${code.slice(half)}`;
}
