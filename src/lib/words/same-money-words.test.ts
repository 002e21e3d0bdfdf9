import { expect, it } from 'vitest';
import type { FrontierPoint } from '../comparison/frontier.ts';
import type { SameMoney } from '../comparison/same-money.ts';
import { frontierSentence } from './frontier-sentence.ts';
import { placeNow, sameMoneySentences } from './same-money-words.ts';

const found: SameMoney = {
  place: {
    ...{ path: 'p', kind: 'posts', name: 'Outreach, Worker', contract: 'award' },
    ...{ now: 3, costEach: 45_000, paysNow: 135_000 },
  },
  ...{ kind: 'balanced', to: 2.55, paysTo: 114_750, replications: 20, changes: [] },
  before: { difference: 20_000, low: 15_000, high: 25_000 },
  left: { difference: 12, low: -200, high: 230 },
  ...{ unpaid: [], toRange: { low: 2.4, high: 2.7 } },
};
const titles = { scenario: 'Longer', baseline: 'Now' };

it('says what was changed and by how much, and what is left', () => {
  expect(placeNow(found.place)).toBe('3 posts, £45,000 a year each');
  const said = sameMoneySentences(found, titles);
  expect(said[0]).toBe(
    'With 2.55 posts in place of 3 posts, Outreach, Worker, “Longer” commits the same as “Now”. For luck alone it could be from 2.40 posts to 2.70 posts.',
  );
  expect(said[1]).toContain('£20,000 more');
  expect(said[2]).toContain('no clear difference');
});

it('says sums as exactly as somebody has to write them into a budget', () => {
  const place = { ...found.place, costEach: 46_350, paysNow: 1_282_913 };
  const said = sameMoneySentences({ ...found, place, paysTo: 1_277_815 }, titles).join(' ');
  expect(said).toContain('What pays for it goes from £1,282,913 to £1,277,815 a year');
  expect(placeNow(place)).toBe('3 posts, £46,350 a year each');
});

it('says what nobody pays, that it counts, and how it counts everywhere', () => {
  const award = { contract: 'award', name: 'Award', pays: 45_000, costs: 135_000 };
  const say = (missing: number) =>
    sameMoneySentences({ ...found, unpaid: [{ ...award, missing }] }, titles);
  const said = say(90_000);
  expect(said[0]).toBe(
    'In “Longer”, Award pays £45,000 a year for what costs £135,000: nobody pays £90,000 a year. ' +
      'Here it counts as if Award paid it. For it to count in every comparison, raise what it pays ' +
      'to £135,000 a year (contracts.award.pays).',
  );
  expect(said[2]).toContain('“Longer”, all of it paid, commits £20,000 more');
  expect(say(80_000)[0]).toContain('nobody pays £80,000 a year that “Now” does not need.');
});

it('offers nothing that would follow the luck', () => {
  const before = { difference: 4_000, low: -3_500, high: 13_000 };
  const said = sameMoneySentences({ ...found, kind: 'cannot tell', to: 3, before }, titles);
  expect(said[0]).toMatch(/cannot be told from luck: no clear difference \(.+\) a year, over 20/);
  expect(said.join(' ')).not.toMatch(/in place of|What pays/);
});

it('says where nothing can be balanced, or need not be', () => {
  expect(sameMoneySentences({ ...found, kind: 'cannot', to: 0 }, titles)[1]).toContain(
    'alone cannot make it equal: with 0 posts',
  );
  const left = { difference: -29_000, low: -29_500, high: -28_500 };
  expect(sameMoneySentences({ ...found, kind: 'not found', to: 15, left }, titles)[1]).toMatch(
    /^No value of Outreach, Worker was found that makes it equal: with 15 posts in place of 3 posts, the most that was tried, it is still £29,000 less/,
  );
  expect(sameMoneySentences({ ...found, kind: 'equal already' }, titles)).toHaveLength(1);
});

it('says which scenarios no other matches, and never a winner', () => {
  const point = (title: string, standing: FrontierPoint['standing'], costsLeast = false) =>
    ({ title, standing, costsLeast }) as FrontierPoint;
  expect(frontierSentence([point('A', 'clear'), point('B', 'behind')], 'kept')).toBe(
    'Clearly no other does as well for the same money or less as “A”. Clearly behind another, for the same money or more: “B”.',
  );
  const least = point('A', 'clear', true);
  expect(frontierSentence([least, point('B', 'cannot tell')], 'kept')).toBe(
    '“A” clearly costs least. Given their ranges, it cannot be told which of the others does most for its money.',
  );
  expect(frontierSentence([least, point('B', 'behind')], 'kept')).toContain('as well');
  expect(frontierSentence([point('A', 'cannot tell')], 'unmet')).toContain('cannot be told');
  expect(frontierSentence([point('A', 'clear'), point('B', 'clear')], 'unmet')).toContain(
    'Each of these has its price',
  );
});
