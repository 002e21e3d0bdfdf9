import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFormula } from './compile-formula.ts';
import type { Dimension } from './dimension.ts';
import { namesOf } from './names-of.ts';
import { FORMULA_LIMITS, parseFormula } from './parse-formula.ts';

const names = new Map<string, Dimension>([
  ['familiarity', 'number'],
  ['familiarity-effect', 'number'],
  ['early-leaving', 'rate'],
  ['time-together', 'time'],
  ['pay', 'money-rate'],
]);

function parse(text: string, gives: Dimension = 'number') {
  return parseFormula(text, { path: 'here', names, gives });
}

function codes(text: string, gives: Dimension = 'number'): string[] {
  return parse(text, gives).findings.map(({ code }) => code);
}

function run(text: string, values: Record<string, number> = {}): number {
  const { value, findings } = parse(text);
  if (!value) throw new Error(findings[0].what);
  return compileFormula(value, values, [])();
}

describe('parseFormula', () => {
  it('keeps hyphens inside names and needs spaces for minus', () => {
    const { value } = parse('early-leaving * (1 - familiarity-effect * familiarity)', 'rate');
    expect([...namesOf(value!)]).toEqual(['early-leaving', 'familiarity-effect', 'familiarity']);
    expect(codes('familiarity-1')).toEqual(['formula-name-unknown']);
    expect(codes('familiarity - 1')).toEqual([]);
  });

  it('computes with the usual precedence', () => {
    expect(run('2 + 3 * 4 - 6 / 3')).toBe(12);
    expect(run('-2 ^ 2')).toBe(-4);
    expect(run('2 ^ 3 ^ 2')).toBe(512);
    expect(run('(1 < 2) ? 5 : 6')).toBe(5);
    expect(run('min(3, 1, 2) + max(3, 1, 2)')).toBe(4);
    expect(run('sqrt(16) + exp(0) + log(1)')).toBe(5);
    expect(run('50% * 3')).toBe(1.5);
    expect(run('+familiarity', { familiarity: 0.5 })).toBe(0.5);
  });

  it('works out what comes out', () => {
    expect(codes('early-leaving * 2', 'rate')).toEqual([]);
    expect(codes('time-together * early-leaving')).toEqual([]);
    expect(codes('sqrt(time-together * time-together)', 'time')).toEqual([]);
    expect(codes('time-together ^ -1', 'rate')).toEqual([]);
    expect(codes('time-together ^ 0.5 / time-together')).toEqual(['formula-dimension']);
    expect(codes('time-together ^ familiarity')).toEqual(['formula-dimension']);
    expect(codes('2 ^ time-together')).toEqual(['formula-dimension']);
    expect(codes('pay + early-leaving')).toEqual(['formula-dimension']);
    expect(codes('log(time-together)')).toEqual(['formula-dimension']);
    expect(codes('time-together < 3')).toEqual(['formula-dimension']);
    expect(codes('familiarity < 3')).toEqual(['formula-result']);
    expect(codes('(familiarity < 3) + 1')).toEqual(['formula-dimension']);
    expect(codes('familiarity ? 1 : 2')).toEqual(['formula-dimension']);
    expect(codes('min(time-together, familiarity)')).toEqual(['formula-dimension']);
  });

  it('says where an unknown name stands', () => {
    const [finding] = parse('1 - familiarty').findings;
    expect(finding).toMatchObject({ code: 'formula-name-unknown', offset: 4 });
    expect(finding.what).toContain('Did you mean “familiarity”?');
  });

  it.each([
    'import("fs")',
    'cos.constructor("return process")()',
    'familiarity["constructor"]',
    'f(x) = x',
    'familiarity = 3',
    '1:1e9',
    'ones(100000, 100000)',
    'random()',
    '"a"',
    '[1, 2]',
    '{a: 1}',
    '1; 2',
    '3!',
    "familiarity'",
    '3 mod 2',
    'not familiarity',
    '3 to 4',
    '5 cm',
    'true',
    'Infinity',
    'evaluate("1")',
    '1 < 2 < 3',
    'familiarity | 1',
    'a?.b',
    'exp(1, 2)',
    'min(1)',
    'exp',
    '__proto__',
    'constructor',
    '1 # remark',
    '1\n2',
    '',
    '(',
    '1e999',
    '"familiarity".length',
  ])('refuses %s', (text) => {
    const { value, findings } = parse(text);
    expect(value).toBeNull();
    expect(findings.length).toBeGreaterThan(0);
  });

  it('refuses what is too long or too deep, before it is parsed', () => {
    expect(codes(`1${' + 1'.repeat(FORMULA_LIMITS.characters)}`)).toEqual(['formula-too-long']);
    expect(codes('('.repeat(31) + '1' + ')'.repeat(31))).toEqual(['formula-too-deep']);
    expect(codes('-'.repeat(200) + '1')).toEqual(['formula-too-deep']);
    expect(codes(`1${' ^ 1'.repeat(100)}`)).toEqual(['formula-too-deep']);
    expect(codes(`${'1 < 2 ? '.repeat(60)}1`)).toHaveLength(1);
  });

  it('never throws, whatever the text', () => {
    const words = fc.constantFrom(
      ...['familiarity', 'early-leaving', 'exp', '(', ')', '+', '-', '*', '^', '<', '?', ':', '1'],
      ...['.', '[', ']', '{', '}', '"', "'", '!', '%', '=', ';', ',', '\\', '#', '\n', ' to ', 'é'],
    );
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 60 }),
        fc.string({ maxLength: 40 }),
        (list, tail) => {
          const text = list.join(' ') + tail;
          const { value, findings } = parse(text);
          expect(value === null).toBe(findings.length > 0);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('compileFormula', () => {
  it('takes variables in order and other names fixed', () => {
    const { value } = parse('1 - exp(-familiarity / familiarity-effect)');
    const formula = compileFormula(value!, { 'familiarity-effect': 2 }, ['familiarity']);
    expect(formula(0)).toBe(0);
    expect(formula(2)).toBeCloseTo(1 - Math.exp(-1), 15);
  });

  it('throws for a name without a value, also for one that objects inherit', () => {
    const tree = { op: 'name', name: 'toString' } as const;
    expect(() => compileFormula(tree, {}, [])).toThrow('has no value');
  });
});
