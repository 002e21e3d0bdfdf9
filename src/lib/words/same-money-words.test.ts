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
};
const titles = { scenario: 'Longer', baseline: 'Now' };

it('says what was changed and by how much, and what is left', () => {
  expect(placeNow(found.place)).toBe('3 posts, £45,000 a year each');
  const said = sameMoneySentences(found, titles);
  expect(said[0]).toBe(
    'With 2.55 posts in place of 3 posts, Outreach, Worker, “Longer” commits the same as “Now”.',
  );
  expect(said[1]).toContain('£20,000 more');
  expect(said[2]).toContain('no clear difference');
});

it('says where nothing can be balanced, or need not be', () => {
  expect(sameMoneySentences({ ...found, kind: 'cannot', to: 0 }, titles)[1]).toContain(
    'alone cannot make it equal: with 0 posts',
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
