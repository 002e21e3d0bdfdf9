import { expect, test } from 'vitest';
import { spanOf } from './span-of.ts';

test.each([
  ['  posts: 2 # many', 3, 'posts'],
  ['  posts: 2 # many', 10, '2'],
  ['  cost: 45000 GBP per year', 9, '45000 GBP per year'],
  ['x: { best: 12 weeks, low: 3 }', 12, '12 weeks'],
  ['x: "a: b, c"', 4, '"a: b, c"'],
  ["x: 'it''s' ", 4, "'it''s'"],
  ['x: { }', 4, '{'],
  ['abc', 99, 'c'],
  ['', 1, ''],
])('%s at %d is about %s', (line, column, part) => {
  const { from, to } = spanOf(line, column);
  expect(line.slice(from, to)).toBe(part);
});
