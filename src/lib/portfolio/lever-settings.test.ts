import { expect, test } from 'vitest';
import type { PortfolioFile } from './portfolio-file.ts';
import { leverSettings } from './lever-settings.ts';

const raw = {
  bide: 1,
  assumptions: { 'usual-posts': { best: 4, low: 2, high: 6 } },
  services: {
    team: {
      roles: {
        worker: { posts: 3 },
        peer: { posts: { best: 1.5 } },
        lead: { posts: 'usual-posts' },
      },
    },
    rehab: { places: { placements: { budget: '270000 GBP per financial year' } } },
  },
  contracts: {
    award: { term: '12 months', renewed: '70% within a year' },
    other: { term: '12 months' },
    core: { term: 'recurrent' },
  },
} as unknown as PortfolioFile;

const range = { from: 0, to: 8, step: 0.5 };

test('a choice starts at what all awards share, recurrent funding left alone', () => {
  const choices = ['12 months', '36 months'];
  const [term] = leverSettings(
    [{ id: 'term', ask: 'How long?', sets: 'contracts.*.term', choices }],
    raw,
  );
  expect(term).toMatchObject({ kind: 'choice', now: '12 months', nowWords: '12 months' });
});

test('a choice says what the awards are when they differ', () => {
  const mixed = structuredClone(raw);
  mixed.contracts.other.term = '24 months';
  const lever = { id: 'term', ask: 'How long?', sets: 'contracts.*.term', choices: ['12 months'] };
  expect(leverSettings([lever], mixed)[0]).toMatchObject({
    now: null,
    nowWords: '12 months, 24 months',
  });
});

test.each([
  ['a bare number', 'services.team.roles.worker.posts', '', 3],
  ['the best of a figure with a range', 'services.team.roles.peer.posts', '', 1.5],
  ['the figure of a named assumption', 'services.team.roles.lead.posts', '', 4],
  [
    'a number with its unit',
    'services.rehab.places.placements.budget',
    'GBP per financial year',
    270000,
  ],
  [
    'the same money where the unit is another',
    'services.rehab.places.placements.budget',
    'GBP per month',
    22500,
  ],
  [
    'the same money where one of its units is said otherwise',
    'services.rehab.places.placements.budget',
    'GBP per year',
    270000,
  ],
  ['a time in other words', 'contracts.award.term', 'years', 1],
  ['nothing where a chance has another time', 'contracts.award.renewed', '% within a month', null],
  ['nothing where the model holds several', 'contracts.*.term', 'months', null],
  [
    'nothing where the unit is of another kind',
    'services.rehab.places.placements.budget',
    'days',
    null,
  ],
])('a slider starts at %s', (_, sets, unit, now) => {
  const several = structuredClone(raw);
  several.contracts.other.term = '24 months';
  const [setting] = leverSettings([{ id: 'a', ask: 'How many?', sets, unit, ...range }], several);
  expect(setting).toMatchObject({ kind: 'number', now });
});

test('a slider without ends is left out', () => {
  expect(leverSettings([{ id: 'a', ask: 'How many?', sets: 'services', from: 0 }], raw)).toEqual(
    [],
  );
});
