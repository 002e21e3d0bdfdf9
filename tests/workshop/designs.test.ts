import { expect, test } from 'vitest';
import type { LeverSetting, NumberSetting } from '../../src/lib/portfolio/lever-settings.ts';
import { answerOfForm, leverField } from '../../src/lib/workshop/answer-form.ts';
import { readAnswer } from '../../src/lib/workshop/answer.ts';
import {
  designChanges,
  lettered,
  onStep,
  readSettings,
  stepsOf,
} from '../../src/lib/workshop/designs.ts';
import type { DesignQuestion } from '../../src/lib/workshop/plan.ts';
import { refuseAnswer, refuseDeed } from '../../src/lib/workshop/may-act.ts';
import type { Deed } from '../../src/lib/workshop/act.ts';
import { foldActs } from '../../src/lib/workshop/room.ts';
import { hostView, phoneView, screenView } from '../../src/lib/workshop/views.ts';
import {
  NO_DESIGNS_WORDS,
  noDesignsInWords,
  whichTables,
} from '../../src/lib/words/workshop-words.ts';
import { answered, joined, plan, tableRound } from './rooms.ts';
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

test('no step of a lever lies beyond an end of it, wherever its steps begin', () => {
  const lever = (from: number, to: number, step: number): NumberSetting => ({
    ...{ kind: 'number', id: 'a', ask: 'How many?', sets: 'x', unit: '', nowWords: '', now: 12 },
    ...{ from, to, step },
  });
  const off = lever(0, 0.8, 0.3);
  expect(stepsOf(off)).toBe(2);
  expect([0.79, 5, -1, 0.3].map((value) => onStep(off, value))).toEqual([0.6, 0.6, 0, 0.3]);
  expect(readSettings([off], { a: 0.9 })).toBeNull();
  expect([61, 40, 12].map((value) => onStep(lever(12, 60, 24), value))).toEqual([60, 36, 12]);
  expect(stepsOf(lever(0, 0.3, 0.1))).toBe(3);
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

const numbered: DesignQuestion = { ...question('tables'), tables: 3 };

test('a table says its number, and where tables have none nobody asks for it', () => {
  const design = { kind: 'design', settings: {}, show: true };
  for (const table of [undefined, 0, 4, 1.5, '2']) {
    expect(readAnswer(numbered, { ...design, table })).toEqual({ problem: 'no table' });
  }
  expect(readAnswer(numbered, { ...design, table: 2 })).toEqual({
    answer: { ...design, table: 2 },
  });
  expect(readAnswer(question('persons'), { ...design, table: 2 })).toEqual({ answer: design });
  const form = (name: string) => ({ table: '3', show: 'yes' })[name] ?? null;
  expect(answerOfForm(numbered, form)?.answer).toEqual({ ...design, table: 3 });
});

test('the facilitator sees which tables have answered, nobody which design is whose', () => {
  const answer = (table: number) => ({ kind: 'design' as const, settings: {}, show: true, table });
  const rounds = [{ id: 'design' as const, minutes: 25, questions: [numbered] }];
  const room = foldActs(
    [
      { act: 'planned' as const, plan: { ...plan, rounds } },
      ...joined('a', 'b', 'c'),
      { act: 'opened' as const, round: 'design' as const },
      { act: 'answered' as const, device: 'a', question: 'design', answer: answer(3) },
      { act: 'answered' as const, device: 'b', question: 'design', answer: answer(1) },
    ].map((deed, at) => ({ ...deed, seq: at + 1, at: '2027-03-09T10:00:00Z' })),
  )!;
  const { tables } = hostView(room).rounds[0];
  expect(tables).toEqual({ answered: [1, 3], of: 3, freed: 0 });
  expect(whichTables(tables!)).toBe('Tables that have answered: 1, 3. Not yet: 2.');
  expect(screenView(room).tables).toEqual({ answered: 2, of: 3 });
  // A table has one design: from one phone, which can change it.
  const from = (device: string, table: number) =>
    refuseAnswer(room, { device, question: 'design', answer: answer(table) });
  expect(from('c', 3)).toBe('table taken');
  expect(from('c', 2)).toBeNull();
  expect(from('a', 3)).toBeNull();
});

test('a table that was chosen wrongly is freed, and the design waits on its phone', () => {
  const at2 = { kind: 'design' as const, settings: { posts: 2 }, show: true, table: 2 };
  const free = { act: 'freed' as const, round: 'design' as const, table: 2 };
  const begun: Deed[] = [
    ...joined('a', 'b'),
    { act: 'opened', round: 'design' },
    answered('a', 'design', at2),
  ];
  const after = (...deeds: Deed[]) =>
    foldActs(
      [
        { act: 'planned' as const, plan: { ...plan, rounds: [tableRound] } },
        ...begun,
        ...deeds,
      ].map((deed, seq) => ({ ...deed, seq: seq + 1, at: '2027-03-09T10:00:00Z' })),
    )!;
  expect(refuseDeed(after(), free)).toBeNull();
  expect(refuseDeed(after(), { ...free, table: 3 })).toBe('not now');
  expect(refuseDeed(after({ act: 'closed', round: 'design' }), free)).toBe('not now');

  const room = after(free);
  expect(refuseDeed(room, free)).toBe('not now');
  expect(hostView(room).rounds[0].tables).toEqual({ answered: [], of: 3, freed: 1 });
  expect(whichTables(hostView(room).rounds[0].tables!)).toMatch(/A design waits to be sent again/);
  // The phone has all of it but an answer; the table is for whoever sits there.
  expect(phoneView(room, 'a')).toMatchObject({ answers: {}, freed: { design: at2 } });
  const from = (device: string) => refuseAnswer(room, { device, question: 'design', answer: at2 });
  expect([from('a'), from('b')]).toEqual([null, null]);

  const sent = after(
    free,
    answered('b', 'design', at2),
    answered('a', 'design', { ...at2, table: 1 }),
  );
  expect(hostView(sent).rounds[0].tables).toEqual({ answered: [1, 2], of: 3, freed: 0 });
  expect(phoneView(sent, 'a')).toMatchObject({ freed: {}, answers: { design: { table: 1 } } });
  expect(phoneView(after(free, { act: 'withdrew', device: 'a' }), 'a')).toMatchObject({
    freed: {},
  });
});

test('a round that looks at designs says where there are too few to be shown, and what to do', () => {
  const see = { kind: 'agree' as const, id: 'see', ask: 'I believe it.' };
  const seen = (by: DesignQuestion['by'], makers: number, posts: (maker: number) => number) => {
    const rounds = [
      { id: 'design' as const, minutes: 25, questions: [question(by)] },
      { id: 'see' as const, minutes: 15, questions: [see] },
    ];
    const who = Array.from({ length: makers }, (_, at) => `d${at}`);
    const made = who.map((device, at) =>
      answered(device, 'design', { kind: 'design', settings: { posts: posts(at) }, show: true }),
    );
    const deeds: Deed[] = [
      { act: 'planned', plan: { ...plan, rounds } },
      ...joined(...who),
      { act: 'opened', round: 'design' },
      ...made,
    ];
    const after = (...more: Deed[]) =>
      foldActs(
        [...deeds, ...more].map((deed, at) => ({ ...deed, seq: at + 1, at: '2027-03-09T10:00Z' })),
      )!;
    const closed = after({ act: 'closed', round: 'design' });
    const opened = after({ act: 'closed', round: 'design' }, { act: 'opened', round: 'see' });
    expect(hostView(after()).noDesigns).toBeNull();
    expect(screenView(closed).noDesigns).toBeNull();
    expect(hostView(opened).noDesigns).toEqual(hostView(closed).noDesigns);
    return { host: hostView(closed).noDesigns, screen: screenView(opened).noDesigns };
  };
  const few = seen('persons', 3, (at) => at);
  expect(few).toEqual({ host: { by: 'persons', why: 'too few' }, screen: 'persons' });
  expect(noDesignsInWords(few.host!)).toMatch(/Fewer than five .* plan that tables design/);
  expect(NO_DESIGNS_WORDS[few.screen!]).toContain('fewer than five were made');
  const alike = seen('persons', 6, () => 2);
  expect(alike).toEqual({ host: { by: 'persons', why: 'all alike' }, screen: 'persons' });
  expect(noDesignsInWords(alike.host!)).toContain('show it under “Design”');
  expect(seen('persons', 5, (at) => at)).toEqual({ host: null, screen: null });
  expect(seen('tables', 1, () => 2)).toEqual({ host: null, screen: null });
  expect(seen('tables', 0, () => 2).host).toEqual({ by: 'tables', why: 'too few' });
});
