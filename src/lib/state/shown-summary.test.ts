import { expect, test } from 'vitest';
import type { By } from '../measures/measure.ts';
import type {
  Difference,
  Estimate,
  ScenarioSummary,
  Summary,
  Thread,
} from '../comparison/summary.ts';
import { isMain, shownSummary, withDrafts } from './shown-summary.ts';

function thread(person: number, ...to: (number | null)[]): Thread {
  const relationships = to.map((end, index) => ({
    service: 's',
    role: 'r',
    worker: String(index),
    from: 0,
    to: end,
    reason: null,
  }));
  return { person, group: 'g', locality: 'l', arrives: 0, relationships };
}

function estimate(by: By | null): Estimate {
  return { id: 'm', by, unit: 'days', mean: 1, low: 0, high: 2, better: 'lower', headline: true };
}

function cutShort(...splits: (By | null)[]): ScenarioSummary['series'] {
  return splits.map((by) => ({ id: 'cut-short-in-month', by, unit: 'relationships', values: [2] }));
}

function scenario(id: string, threads: Thread[]): ScenarioSummary {
  return {
    id,
    title: id,
    story: '',
    measures: [
      estimate(null),
      estimate({ kind: 'criterion', id: 'c' }),
      estimate({ kind: 'criterion', id: 'c', within: { kind: 'locality', id: 'l' } }),
      estimate({ kind: 'service', id: 's' }),
      estimate({ kind: 'locality', id: 'l' }),
      estimate({ kind: 'year', id: '2027' }),
    ],
    series: [
      { id: 'list', by: null, unit: 'people', values: [1.23456789, null] },
      { id: 'list', by: { kind: 'service', id: 's' }, unit: 'people', values: [1] },
      { id: 'list', by: { kind: 'funding', id: 'awards' }, unit: 'people', values: [1] },
      ...cutShort({ kind: 'service', id: 's' }, { kind: 'funding', id: 'awards' }, null),
    ],
    endings: [
      { by: null, days: [0, 1], reasons: ['a'], shares: [[0, 0.123456]] },
      { by: { kind: 'service', id: 's' }, days: [0], reasons: ['a'], shares: [[0]] },
    ],
    threads,
  };
}

function summary(scenarios: ScenarioSummary[], replications = 200): Summary {
  const [now, ...others] = scenarios;
  const differences: Difference[] = now.measures.map(({ otherRenewal: _read, ...measure }) => ({
    ...measure,
    difference: 1,
    shareBetter: 0.5,
    contractDatesAlone: null,
    assumedEffects: null,
    overFigures: null,
  }));
  return {
    engine: 'e',
    portfolio: {
      id: 'p',
      title: 'P',
      hash: 'h',
      notice: '',
      start: '2027-04-01',
      horizonDays: 3653,
    },
    seed: 1,
    warmUpDays: 0,
    replications,
    notes: [],
    scenarios,
    comparisons: others.map(({ id }) => ({ scenario: id, baseline: now.id, differences })),
  };
}

const now = scenario('now', [thread(1), thread(2, 10), thread(3, 20), thread(4, 30)]);
const longer = scenario('longer', [thread(1), thread(2, 10), thread(3, 25), thread(4, 30)]);
const other = scenario('other', [thread(1), thread(2, 10), thread(3, 20), thread(4, 30)]);

test('a page gets the scenarios it asks for, in that order, and no more than it shows', () => {
  const shown = shownSummary(summary([now, longer, other]), ['now', 'other']);
  expect(shown.scenarios.map(({ id }) => id)).toEqual(['now', 'other']);
  expect(shown.comparisons.map(({ scenario }) => scenario)).toEqual(['other']);
  const keys = shown.scenarios[0].measures.map(({ by }) => by?.kind ?? 'whole');
  expect(keys).toEqual(['whole', 'criterion']);
  expect(shown.comparisons[0].differences).toHaveLength(2);
  expect(shown.scenarios[0].series.map(({ id, by }) => [id, by?.kind])).toEqual([
    ['list', undefined],
    // Drawn of services on awards where there are others.
    ['cut-short-in-month', 'funding'],
    ['cut-short-in-month', undefined],
  ]);
  expect(shown.scenarios[0].series[0].values).toEqual([1.235, null]);
  expect(shown.scenarios[0].endings).toHaveLength(1);
});

test('the same imagined people are drawn in every scenario, and nobody without support', () => {
  const shown = shownSummary(summary([now, longer]), ['now', 'longer']);
  for (const { threads } of shown.scenarios) {
    expect(threads.map(({ person }) => person)).toEqual([2, 3, 4]);
  }
});

test('people for whom the scenario makes a difference are drawn although they come late', () => {
  const early = [1, 2, 3, 4, 5, 6, 7, 8].map((person) => thread(person, 10));
  const before = scenario('now', [...early, thread(90, 10)]);
  const after = scenario('longer', [...early, thread(90, 40)]);
  const shown = shownSummary(summary([before, after]), ['now', 'longer']);
  expect(shown.scenarios[0].threads.map(({ person }) => person)).toEqual([1, 2, 3, 4, 5, 90]);
});

test('nobody is drawn as differing for another worker with the same dates, or for what is not drawn', () => {
  const early = [1, 2, 3, 4, 5].map((person) => thread(person, 10));
  const met = (person: number, workers: string[], to = 20): Thread => {
    const [one] = thread(person, to).relationships;
    return { ...thread(person), relationships: workers.map((worker) => ({ ...one, worker })) };
  };
  const before = scenario('now', [
    ...early,
    ...[met(80, ['7.1', '7.2']), met(81, ['7.1', '7.2']), met(82, ['7.1'], 2000)],
  ]);
  const after = scenario('longer', [
    ...early,
    ...[met(80, ['9.4', '9.5']), met(81, ['9.4', '9.4']), met(82, ['9.4'], 2500)],
  ]);
  const shown = shownSummary(summary([before, after]), ['now', 'longer']);
  expect(shown.scenarios[0].threads.map(({ person }) => person)).toEqual([1, 2, 3, 4, 5, 81]);
});

test('a draft stands last, with the people of the others', () => {
  const shown = shownSummary(summary([now, longer]), ['now', 'longer']);
  const draft = scenario('yours', [thread(2, 99), thread(50, 1)]);
  const joined = withDrafts(shown, summary([now, draft], 2), ['yours']);
  expect(joined.scenarios.map(({ id }) => id)).toEqual(['now', 'longer', 'yours']);
  expect(joined.scenarios[2].threads.map(({ person }) => person)).toEqual([2]);
  expect(joined.comparisons.at(-1)?.scenario).toBe('yours');
  expect(joined.replications).toBe(200);
});

test('a draft of which nothing is known changes nothing', () => {
  const shown = shownSummary(summary([now, longer]), ['now', 'longer']);
  expect(withDrafts(shown, summary([now], 2), ['yours'])).toBe(shown);
});

test('main measures are the headlines, and why relationships end where funding did', () => {
  const AWARDS = { kind: 'funding', id: 'awards' } as const;
  const ended = (id: string, within?: By['within']) =>
    isMain({ id: 'ended-by', by: { kind: 'reason', id, within }, headline: false });
  expect(isMain({ id: 'wait-mean', by: null, headline: true })).toBe(true);
  expect(isMain({ id: 'wait-mean', by: null, headline: false })).toBe(false);
  expect([ended('funding-ended'), ended('funding-ended', AWARDS)]).toEqual([true, true]);
  expect(ended('funding-ended', { kind: 'service', id: 's' })).toBe(false);
  expect(ended('moved-away')).toBe(false);
});
