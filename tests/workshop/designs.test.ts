import { expect, test } from 'vitest';
import type { LeverSetting } from '../../src/lib/portfolio/lever-settings.ts';
import { answerOfForm, leverField } from '../../src/lib/workshop/answer-form.ts';
import { readAnswer } from '../../src/lib/workshop/answer.ts';
import { designChanges, lettered, readSettings } from '../../src/lib/workshop/designs.ts';
import type { DesignQuestion } from '../../src/lib/workshop/plan.ts';
import { splitDesigns } from '../../src/lib/workshop/results.ts';

const levers: LeverSetting[] = [
  {
    ...{ id: 'term', ask: 'How long?', sets: 'contracts.*.term', nowWords: '12 months' },
    ...{ kind: 'choice', choices: ['12 months', '36 months'], now: '12 months' },
  },
  {
    ...{ id: 'money', ask: 'How much?', sets: 'services.a.places.b.budget', nowWords: '270000' },
    ...{ kind: 'number', from: 0, to: 405000, step: 13500, unit: 'GBP per financial year' },
    now: 270000,
  },
  {
    ...{ id: 'posts', ask: 'How many?', sets: 'services.a.roles.c.posts', nowWords: '1.3' },
    ...{ kind: 'number', from: 0, to: 8, step: 0.5, unit: '', now: 1.3 },
  },
];
const question = (by: DesignQuestion['by']): DesignQuestion => ({
  ...{ kind: 'design', id: 'design', ask: 'What would you change?', levers, budget: 1, by },
});

test.each([
  [{}, {}],
  [{ term: '36 months' }, { term: '36 months' }],
  // What is set to how it is now is no change, on a step or not.
  [{ term: '12 months', money: 270000, posts: 1.3 }, {}],
  [
    { money: 283500, posts: 2 },
    { money: 283500, posts: 2 },
  ],
])('a design holds what is set otherwise than now: %j', (given, kept) => {
  expect(readSettings(levers, given)).toEqual(kept);
});

test.each([
  [null],
  ['36 months'],
  [[]],
  [{ term: '99 months' }],
  [{ term: 36 }],
  [{ money: 1 }],
  [{ money: -13500 }],
  [{ money: 418500 }],
  [{ posts: '2' }],
  [{ posts: NaN }],
  [{ other: 1 }],
  [JSON.parse('{"__proto__": {"posts": 2}}') as unknown],
])('what no lever can do is no design: %j', (given) => {
  expect(readSettings(levers, given)).toBeNull();
});

test('a design is changes to the portfolio, with their units, in the order of the levers', () => {
  expect(designChanges({ levers }, { posts: 2, term: '36 months', money: 283500 })).toEqual([
    { set: 'contracts.*.term', to: '36 months' },
    { set: 'services.a.places.b.budget', to: '283500 GBP per financial year' },
    { set: 'services.a.roles.c.posts', to: 2 },
  ]);
});

test('letters say nothing of who made a design, or how many did', () => {
  const one = { posts: 2 };
  const other = { posts: 1, term: '36 months' };
  const shown = lettered([one, other, one]);
  expect(shown.map(({ letter }) => letter)).toEqual(['A', 'B']);
  expect(lettered([other, one, other])).toEqual(shown);
  const many = Array.from({ length: 30 }, (_, at) => ({ money: at * 13500 }));
  expect(lettered(many).map(({ letter }) => letter)).toContain('AD');
});

test('a form gives a design, and a table says whether it may be shown', () => {
  const form = new Map([
    [leverField('posts'), '2'],
    [leverField('term'), ''],
  ]);
  const read = (by: DesignQuestion['by']) => {
    const given = answerOfForm(question(by), (name) => form.get(name) ?? null);
    return readAnswer(question(by), given!.answer);
  };
  expect(read('persons')).toEqual({
    answer: { kind: 'design', settings: { posts: 2 }, show: true },
  });
  expect(read('tables')).toEqual({
    answer: { kind: 'design', settings: { posts: 2 }, show: false },
  });
  form.set('show', 'yes');
  expect(read('tables')).toEqual({
    answer: { kind: 'design', settings: { posts: 2 }, show: true },
  });
});

test('what a table keeps for itself is not on the screen', () => {
  const { shown } = splitDesigns(question('tables'), [
    { kind: 'design', settings: { posts: 2 }, show: false },
    { kind: 'design', settings: { posts: 4 }, show: true },
  ]);
  expect(shown.designs).toEqual([{ letter: 'A', settings: { posts: 4 } }]);
});
