import { expect, test } from 'vitest';
import { allUnderHeadings, defaultChoice, readChoice, underHeadings } from './choose.ts';

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

test('where others stand there too, none need be chosen', () => {
  const options = { usual: ['f'], mayBeNone: true };
  expect(readChoice([''], scenarios, options)).toEqual({ ids: [], problem: '' });
  expect(readChoice([], scenarios, options)).toEqual({ ids: ['f'], problem: '' });
});

test('what cannot stand beside how it is now is left out, and it is said why', () => {
  const refused = { b: { why: 'It ends unseen.', mend: 'Look further.' } };
  const left = '“b” cannot be shown. It ends unseen. Look further.';
  expect(readChoice(['a,b'], scenarios, { refused })).toEqual({ ids: ['a'], problem: left });
  expect(readChoice([], scenarios, { refused })).toEqual({ ids: ['a', 'c'], problem: '' });
});

const listed = [
  { id: 'as-it-is', group: 'Terms' },
  { id: 'a', group: 'Places' },
  { id: 'b', group: 'Terms' },
  { id: 'c' },
  { id: 'd', group: 'Terms' },
];

test('what nobody chose are the scenarios under the heading of how it is now', () => {
  expect(defaultChoice(listed)).toEqual(['b', 'd']);
});

test('scenarios stand under their headings, that of how it is now first', () => {
  const ids = underHeadings(listed).map(({ heading, scenarios }) => [
    heading,
    ...scenarios.map(({ id }) => id),
  ]);
  expect(ids).toEqual([
    ['Terms', 'b', 'd'],
    ['Places', 'a'],
    ['', 'c'],
  ]);
  expect(allUnderHeadings(listed)[0].scenarios.map(({ id }) => id)).toEqual(['as-it-is', 'b', 'd']);
});
