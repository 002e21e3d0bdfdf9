import type { Finding } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';
import type { ModelFile } from '../portfolio/read-model.ts';

/** What looks like data about a person, and how to tell. */
const KINDS: { kind: string; pattern: RegExp; isOne?: (found: string) => boolean }[] = [
  {
    kind: 'an e-mail address',
    // 64 letters before the @ are the most there can be; without an end, a long word takes for ever.
    pattern: /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu,
  },
  {
    kind: 'a telephone number',
    // Area codes begin with 011 to 019, 02, 03, 05, 07 and 08.
    pattern:
      /(?<![\d.,/-])(?:\+44[\s-]?(?:\(0\)[\s-]?)?|\(?0)(?:1[\s()-]{0,2}[1-9]|[23578][\s()-]{0,2}\d)(?:[\s()-]{0,2}\d){7,8}(?![\d-])/g,
  },
  {
    kind: 'a National Insurance number',
    pattern: /\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?(?:\d\d\s?){3}[A-D]\b/gi,
  },
  { kind: 'a CHI number', pattern: /(?<![\d/.])\d{6}[\s-]?\d{4}(?![\d/.])/g, isOne: isChi },
  {
    kind: 'a person’s name',
    pattern: /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Cllr)\.?\s+\p{Lu}[\p{L}'’-]+/gu,
  },
  { kind: 'a date of birth', pattern: /\b(?:DOB|date of birth|born on)\b[:\s]+\d[\d./ -]+/gi },
];

/**
 * Return what looks like personal data in some texts, comments among them.
 *
 * `known` are texts that a person has looked at and found to be none. A scan
 * finds patterns, not people: a person has to read the texts as well.
 */
export function scanForPersonalData(
  files: readonly ModelFile[],
  known: readonly string[] = [],
): Finding[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) =>
      scanLine(line, known).map(({ kind, found, at }) => ({
        ...makeFinding('personal-data', '', { kind, text: found }),
        file: path,
        line: index + 1,
        column: at + 1,
      })),
    ),
  );
}

function scanLine(line: string, known: readonly string[]) {
  return KINDS.flatMap(({ kind, pattern, isOne }) =>
    [...line.matchAll(pattern)]
      .map((match) => ({ kind, found: match[0].trim(), at: match.index }))
      .filter(({ found }) => isOne?.(found) ?? true)
      .filter(({ found }) => !known.some((one) => one.includes(found))),
  );
}

/**
 * Whether ten digits can be a number of the Community Health Index: a date of
 * birth, four digits, the last of which checks the others (modulus 11).
 */
function isChi(found: string): boolean {
  const digits = found.replace(/\D/g, '').split('').map(Number);
  const day = digits[0] * 10 + digits[1];
  const month = digits[2] * 10 + digits[3];
  if (day < 1 || day > 31 || month < 1 || month > 12) return false;
  const sum = digits.slice(0, 9).reduce((total, digit, i) => total + digit * (10 - i), 0);
  return (11 - (sum % 11)) % 11 === digits[9];
}
