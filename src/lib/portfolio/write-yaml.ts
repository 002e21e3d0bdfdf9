import { parseDocument } from 'yaml';
import { readDifferently } from './read-differently.ts';

/** How a scalar is written: as it stands, or in quotes. */
export type Quotes = 'none' | 'single' | 'double';

/** Longest mapping or list that is written on one line where it may take several. */
const LONGEST_LINE = 100;

/** True for what a model can hold: text, finite numbers, true, false, null, lists and mappings. */
export function isWritable(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (Array.isArray(value)) return value.every(isWritable);
  return typeof value === 'object' && Object.values(value).every(isWritable);
}

/** Return a scalar on one line; text goes without quotes where it can and none are asked for. */
export function writeScalar(
  value: string | number | boolean | null,
  isInFlow: boolean,
  quotes: Quotes = 'none',
): string {
  if (typeof value !== 'string') return String(value);
  if (quotes === 'none' && isPlain(value, isInFlow)) return value;
  // Control characters and line breaks can only be written with a backslash.
  if (quotes === 'single' && /^[^\p{C}\u2028\u2029]*$/u.test(value)) {
    return `'${value.replaceAll("'", "''")}'`;
  }
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Return a value on one line: `{ best: 12, low: 10 }`, `[maybole, girvan]`. */
export function writeOnOneLine(value: unknown, isInFlow: boolean): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => writeOnOneLine(item, true)).join(', ')}]`;
  }
  if (isMapping(value)) {
    const pairs = Object.entries(value).map(
      ([key, inside]) => `${writeScalar(key, true)}: ${writeOnOneLine(inside, true)}`,
    );
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  return writeScalar(value as string | number | boolean | null, isInFlow);
}

/** Return the lines of a mapping or list in block form, without indentation of their own. */
export function writeLines(value: object): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => {
      if (isOneLine(item)) return [`- ${writeOnOneLine(item, false)}`];
      return writeLines(item as object).map((line, index) => (index === 0 ? '- ' : '  ') + line);
    });
  }
  return Object.entries(value).flatMap(([key, inside]) => writePair(key, inside));
}

/** Return the lines of one entry of a block mapping. */
export function writePair(key: string, value: unknown): string[] {
  const name = writeScalar(key, false);
  if (isOneLine(value)) return [`${name}: ${writeOnOneLine(value, false)}`];
  return [`${name}:`, ...writeLines(value as object).map((line) => `  ${line}`)];
}

/** True for what is written on one line: scalars, and short mappings and lists of them. */
export function isOneLine(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const inside: unknown[] = Object.values(value);
  if (inside.length === 0) return true;
  const isShallow = inside.every((item) => typeof item !== 'object' || depthOf(item) <= 1);
  return isShallow && writeOnOneLine(value, true).length <= LONGEST_LINE;
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

/** True for text that means itself without quotes, to this reader and to others. */
function isPlain(text: string, isInFlow: boolean): boolean {
  if (text === '' || text !== text.trim() || readDifferently(text) !== null) return false;
  if (/[\p{C}\u2028\u2029]/u.test(text) || /: |:$| #/.test(text)) return false;
  if (isInFlow ? /[,[\]{}]|:["']/.test(text) : false) return false;
  if (/^[,[\]{}#&*!|>'"%@`]/.test(text) || /^[-?:](?:\s|$)/.test(text)) return false;
  if (/^(?:---|\.\.\.)/.test(text)) return false;
  // Words such as true, null and 12 are not text without quotes; few get as far as asking.
  if (!/^(?:[-+.\d]|null|true|false|~)/i.test(text)) return true;
  return parseDocument(text, { version: '1.2', schema: 'core', logLevel: 'error' }).toJS() === text;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
