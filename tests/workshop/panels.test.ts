import { expect, test } from 'vitest';
import type { Deed } from '../../src/lib/workshop/act.ts';
import type { Rating } from '../../src/lib/workshop/plan.ts';
import { panelOf } from '../../src/lib/workshop/panels.ts';
import { recordOf } from '../../src/lib/workshop/record.ts';
import { panelsOnPromises, panelsRankedFirst } from '../../src/lib/words/panel-words.ts';
import { answered, devices, joined, roomAfter } from './rooms.ts';

/** A panel of so many people; each ranks, and rates the one promise. */
function panel(
  people: number,
  rating: (at: number) => Rating,
  ranked = (at: number) => (at % 4 === 0 ? 'm1' : 'm2'),
) {
  const all = devices(people);
  const deeds: Deed[] = [
    ...joined(...all),
    { act: 'opened', round: 'matters' },
    ...all.map((one, at) => answered(one, 'matters', { kind: 'rank', order: [ranked(at)] })),
    { act: 'closed', round: 'matters' },
    { act: 'opened', round: 'now' },
    ...all.map((one, at) => answered(one, 'now-housing', { kind: 'rate', rating: rating(at) })),
    { act: 'closed', round: 'now' },
    { act: 'ended' },
  ];
  return panelOf(recordOf(roomAfter(...deeds)));
}

test('a small panel is told in words, with how many took part and when', () => {
  const small = panel(8, (at) => (at < 4 ? 'mostly' : 'never'));
  expect(panelsOnPromises([small])).toEqual({
    housing: [
      {
        says: 'Always or mostly: about half; Sometimes or never: about half; Does not apply to me or I do not know: a few or none.',
        from: 'A panel on 9 March 2027, in which 8 people took part: Panel in March.',
      },
    ],
  });
  expect(panelsRankedFirst([small])).toEqual([
    {
      lead: 'What a panel on 9 March 2027 ranked first',
      text: 'The same worker',
      share: 'most of the 8 who took part chose it',
      from: 'A panel on 9 March 2027: most of the 8 who took part chose it',
    },
  ]);
});

test('a large panel is told in counts', () => {
  const large = panel(24, (at) => (at < 18 ? 'always' : 'sometimes'));
  expect(panelsOnPromises([large]).housing[0].says).toMatch(
    /^Always: 18 of 24; .*Sometimes: 6 of 24/,
  );
  expect(panelsRankedFirst([large])[0].share).toBe('18 of the 24 who answered chose it');
});

test('what would tell who said what is not told', () => {
  const alike = panelsOnPromises([panel(8, () => 'never')]).housing;
  expect(alike.map(({ says }) => says)).toEqual([
    'Asked, and not shown: it could tell who said what.',
  ]);
  expect(panelsRankedFirst([panel(3, () => 'never')])).toEqual([]);
});

test('what came out equal is not told as one that came first', () => {
  const torn = panel(
    8,
    () => 'never',
    (at) => (at % 2 === 0 ? 'm1' : 'm2'),
  );
  const told = panelsRankedFirst([torn]);
  expect(told.map(({ lead }) => lead)).toEqual(
    Array(2).fill('What a panel on 9 March 2027 ranked first, equal with others'),
  );
  expect(new Set(told.map(({ text }) => text)).size).toBe(2);
});

test('a panel that was not asked says nothing', () => {
  const none = panelOf(recordOf(roomAfter({ act: 'ended' })));
  expect(panelsOnPromises([none])).toEqual({});
  expect(panelsRankedFirst([none])).toEqual([]);
});
