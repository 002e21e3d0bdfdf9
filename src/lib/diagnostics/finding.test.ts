import { describe, expect, it } from 'vitest';
import { CATALOGUE } from './catalogue.ts';
import { formatFinding, hasErrors, sortFindings } from './finding.ts';
import { makeFinding } from './make-finding.ts';
import { nearest } from './nearest.ts';

function at(line: number, column: number, code: 'key-twice' | 'source-missing' = 'key-twice') {
  const made =
    code === 'key-twice'
      ? makeFinding(code, 'a.b', { key: 'b', line: 1 })
      : makeFinding(code, 'a.b', { written: '12' });
  return { ...made, file: 'portfolio.yaml', line, column };
}

describe('findings', () => {
  it('stand on one line with their place and code', () => {
    expect(formatFinding(at(3, 5))).toBe(
      'portfolio.yaml:3:5 key-twice “b” stands here a second time; the first is on line 1.',
    );
  });

  it('are sorted by place, and at one place the gravest come first', () => {
    const sorted = sortFindings([at(3, 5, 'source-missing'), at(10, 1), at(3, 5), at(3, 1)]);
    expect(sorted.map(({ line, column, severity }) => [line, column, severity])).toEqual([
      [3, 1, 'error'],
      [3, 5, 'error'],
      [3, 5, 'note'],
      [10, 1, 'error'],
    ]);
  });

  it('stop the reading when one of them is an error', () => {
    expect(hasErrors([at(1, 1, 'source-missing')])).toBe(false);
    expect(hasErrors([at(1, 1, 'source-missing'), at(1, 1)])).toBe(true);
  });
});

describe('the catalogue', () => {
  it.each(Object.entries(CATALOGUE))('says in whole sentences why %s matters', (code, kind) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(kind.why).toMatch(/^[A-Z].*\.$/s);
  });
});

describe('nearest', () => {
  const known = ['caseload', 'cost', 'posts', 'notice'];

  it.each([
    ['caselod', 'caseload'],
    ['caseloads', 'caseload'],
    ['psots', 'posts'],
    ['Cost', 'cost'],
    ['notcie', 'notice'],
    ['budget', null],
    ['x', null],
    ['', null],
    ['c'.repeat(5000), null],
  ])('takes “%s” for %s', (word, meant) => expect(nearest(word, known)).toBe(meant));
});
