import { expect, test } from 'vitest';
import { differingLines } from './differing-lines.ts';

const texts = (portfolio: string, scenarios: Record<string, string> = {}) => ({
  portfolio,
  scenarios,
});

test('stretches of lines that differ, with where they begin', () => {
  const mine = texts('a\nb\nc\nd\ne\n');
  const theirs = texts('a\nB\nc\nd\nx\ne\n');
  expect(differingLines(mine, theirs)).toEqual([
    { file: 'portfolio.yaml', line: 2, mine: ['b'], theirs: ['B'] },
    { file: 'portfolio.yaml', line: 5, mine: [], theirs: ['x'] },
  ]);
});

test('a file that one side lacks is told in full', () => {
  const mine = texts('a\n', { 'x.yaml': 'title: X' });
  expect(differingLines(mine, texts('a\n'))).toEqual([
    { file: 'scenarios/x.yaml', line: 1, mine: ['title: X'], theirs: [] },
  ]);
  expect(differingLines(mine, mine)).toEqual([]);
});
