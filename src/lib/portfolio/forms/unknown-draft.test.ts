import { expect, test } from 'vitest';
import type { Expected } from '../../formula/read-quantity.ts';
import { draftOf, figureOf } from './figure-draft.ts';
import { unknownDraft } from './unknown-draft.ts';

/** The ends of a figure after nobody knew it; null for the assumed ones. */
function ends(figure: object, expected: Expected): [unknown, unknown] | null {
  const draft = unknownDraft(draftOf(figure), 'not-known', expected);
  const { low, high, source } = figureOf(draft, figure) as Record<string, unknown>;
  expect(source).toBe('not-known');
  return low === undefined && high === undefined ? null : [low, high];
}

test.each<[string, object, Expected, [unknown, unknown] | null]>([
  ['no range', { best: 10 }, 'number', null],
  ['a narrower one', { best: 10, low: 9, high: 11 }, 'number', null],
  ['a wider one', { best: 10, low: 2, high: 40 }, 'number', [2, 40]],
  ['one that is wider below', { best: 10, low: 2, high: 11 }, 'number', [2, 13]],
  ['one that is wider above', { best: 10, low: 9, high: 40 }, 'number', [7, 40]],
  [
    'ends in other units',
    { best: '4 weeks', low: '1 week', high: '3 months' },
    'time',
    ['1 week', '3 months'],
  ],
  ['other units, narrower', { best: '4 weeks', low: '27 days', high: '29 days' }, 'time', null],
  [
    'words that belong to the place',
    {
      best: '6 months before an unconfirmed end',
      low: '1 month before an unconfirmed end',
      high: '7 months before an unconfirmed end',
    },
    'time',
    ['1 month before an unconfirmed end', '7.8 months before an unconfirmed end'],
  ],
  ['no share above all', { best: '90%', low: '10%', high: '95%' }, 'share', ['10%', '100%']],
  [
    'no chance of all within a time',
    { best: '80% within a month', low: '10% within a month', high: '81% within a month' },
    'rate',
    ['10% within a month', '91.06% within a month'],
  ],
])('a figure that nobody knows, with %s', (_, figure, expected, range) =>
  expect(ends(figure, expected)).toEqual(range),
);

test('what cannot be read stays as typed', () => {
  const draft = { ...draftOf({ best: 10, low: 9, high: 11 }), low: 'about 9' };
  expect(unknownDraft(draft, 'not-known', 'number')).toMatchObject({ low: 'about 9', high: '13' });
  const best = { ...draft, best: 'ten' };
  expect(unknownDraft(best, 'not-known', 'number')).toEqual({ ...best, source: 'not-known' });
});
