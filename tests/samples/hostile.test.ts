import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Lexer } from 'yaml';
import { hasErrors } from '$lib/diagnostics/finding.ts';
import { LIMITS } from '$lib/portfolio/limits.ts';
import { readModel } from '$lib/portfolio/read-model.ts';

/** Texts made to hold up, overfill or break a reader. None may throw, or be read beyond the limits. */
const good = readFileSync('tests/samples/clean-small/portfolio.yaml', 'utf8');
vi.setConfig({ testTimeout: 60_000 });
const full = LIMITS.characters - 10_000;

function filled(piece: string, length = full): string {
  return piece.repeat(Math.floor(length / piece.length));
}

function numbered(count: number, line: (i: number) => string, join = '\n'): string {
  return Array.from({ length: count }, (_, i) => line(i)).join(join);
}

function into(section: string, lines: string): string {
  return good.replace(`\n${section}:\n`, `\n${section}:\n${lines}\n`);
}

/** Words and signs that the YAML reader has taken, whoever asked it. */
let taken = 0;
const lex = Reflect.get(Lexer.prototype, 'lex') as Lexer['lex'];
vi.spyOn(Lexer.prototype, 'lex').mockImplementation(function* (this: Lexer, ...of) {
  for (const token of lex.apply(this, of)) {
    taken += 1;
    yield token;
  }
});

function read(text: string) {
  taken = 0;
  const result = readModel([{ path: 'input.yaml', text }], 'hostile');
  // Counted once, and read once where they are not too many.
  expect(taken).toBeLessThanOrEqual(2 * (LIMITS.tokens + 1));
  expect(result.findings.length).toBeLessThanOrEqual(LIMITS.findings + 1);
  expect(result.value === null).toBe(hasErrors(result.findings));
  return result;
}

const texts: Record<string, string> = {
  'more than the limit': 'a: ' + filled('x', LIMITS.characters),
  'brackets never closed': filled('['),
  'braces never closed': filled('{'),
  'lists in lists': filled('- '),
  'mappings in mappings': filled('? '),
  'deep indentation': numbered(1900, (i) => `${' '.repeat(i)}a:`),
  colons: filled(': '),
  quotes: filled('"'),
  'single quotes': filled("'"),
  anchors: filled('&a '),
  'anchors in a list': filled('- &a x\n'),
  aliases: filled('*a '),
  'aliases in a list': `a: &a x\nb:\n${filled('  - *a\n')}`,
  tags: filled('!!a '),
  'blank lines': `a: ${filled('\n')}b`,
  'carriage returns': `${filled('\r\n')}a`,
  'a long word': `a: ${filled('x')}`,
  'a long key': `${filled('k')}: 1`,
  'a quote never closed': `a: "${filled('x')}`,
  'escapes in a quote': `a: "${filled('\\x41')}"`,
  'one key over and over': filled('a: 1\n'),
  'many keys': numbered(150_000, (i) => `k${i}: 1`),
  'many keys in braces': `a: {${numbered(150_000, (i) => `k${i}: 1`, ', ')}}`,
  'a long list': filled('- x\n'),
  'a long list in brackets': `a: [${filled('x,')}]`,
  remarks: `${filled('# x\n')}a: 1`,
  documents: filled('---\n'),
  'just under the limit of words': filled('*a ', 120_000),
  emoji: `a: ${filled('😀')}`,
  'half of a pair': `a: ${filled('\ud83d')}`,
  'too many services': into('services', numbered(101, (i) => `  s${i}: {}`)),
  'too many of everything empty': numbered(
    200,
    (i) => `${['services', 'groups', 'contracts', 'sources'][i % 4]}-${i}: {}`,
  ),
  'many formulas': into(
    'services',
    numbered(40, (i) => {
      const stage = (k: number) => `{ stage: s${k}, lasts: 1 week, leave: ${'('.repeat(25)}early-leaving * 1${')'.repeat(25)} }`;
      return `  t${i}: { name: T, kind: team, paid-by: core-money, pathway: [${numbered(12, stage, ', ')}] }`;
    }),
  ),
  'many changes of season': into(
    'groups',
    numbered(40, (i) => `  g${i}: { season: [${filled('1, ', 3000)}1] }`),
  ),
};

describe('a file made to harm', () => {
  it.each(Object.entries(texts))('ends in findings, read no further than the limits: %s', (_, text) => {
    expect(read(text).value === null).toBe(true);
  });

  it('is found when it has many findings, the first of them shown', () => {
    const { findings } = read(into('needs', numbered(49, (i) => `  n${i}: [1, 2]`)));
    expect(findings.length).toBeGreaterThan(0);
  });
});

describe('any text at all', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void read(text)),
      { numRuns: 300 },
    );
  });

  it('never throws for bytes that are read as UTF-8', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        read(new TextDecoder().decode(bytes));
      }),
      { numRuns: 300 },
    );
  });

  it('never throws for a good file cut off anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: good.length - 1 }), (end) => {
        read(good.slice(0, end));
      }),
      { numRuns: 40 },
    );
  });

  it('never throws for a good file with something else in the middle', () => {
    const at = fc.integer({ min: 0, max: good.length });
    const piece = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom('\n', ': ', '- ', '{', '[', '&a ', '*a', '!!x ', '"', '#', '.inf', '-1', '~'),
    );
    fc.assert(
      fc.property(at, fc.nat(30), piece, (start, length, text) => {
        read(good.slice(0, start) + text + good.slice(start + length));
      }),
      { numRuns: 60 },
    );
  });
});
