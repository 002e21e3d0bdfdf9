import { expect, test } from 'vitest';
import { readChoice } from './choose.ts';

const scenarios = ['as-it-is', 'a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id }));

test.each([
  [['a,b'], ['a', 'b'], ''],
  [['b', 'a', 'b'], ['b', 'a'], ''],
  [['as-it-is,a'], ['a'], ''],
  [[], ['a', 'b', 'c'], ''],
  [['as-it-is'], ['a', 'b', 'c'], 'Choose at least one scenario.'],
  [['x,a'], ['a'], 'There is no scenario “x” in this portfolio.'],
  [
    ['x,y'],
    ['a', 'b', 'c'],
    'These are no scenarios of this portfolio: “x”, “y”. Choose at least one scenario.',
  ],
  [
    ['a,b,c,d,e,f'],
    ['a', 'b', 'c', 'd', 'e'],
    'Six stand side by side at most: the first 5 you chose are shown.',
  ],
])('%j asks for %j', (asked, ids, problem) => {
  expect(readChoice(asked, scenarios)).toEqual({ ids, problem });
});
