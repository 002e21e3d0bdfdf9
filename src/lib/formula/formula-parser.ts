import { create, parseDependencies } from 'mathjs/number';
import type { MathNode } from 'mathjs';

interface ParseFunction {
  (text: string): MathNode;
  isAlpha: (character: string, previous: string, next: string) => boolean;
}

const IN_A_NAME = /[a-z0-9]/;
const parse = makeParser();

/**
 * Return mathjs's tree for a formula; throws its SyntaxError for text it cannot
 * read. Only the parser is made, so nothing here can evaluate. A hyphen between
 * letters or digits belongs to a name; a minus therefore needs spaces.
 */
export function parseMath(text: string): MathNode {
  return parse(text);
}

function makeParser(): ParseFunction {
  const made = create({ parseDependencies }).parse as unknown as ParseFunction;
  const isLetter = made.isAlpha;
  made.isAlpha = (character, previous, next) =>
    isLetter(character, previous, next) ||
    (character === '-' && IN_A_NAME.test(previous) && IN_A_NAME.test(next));
  return made;
}
