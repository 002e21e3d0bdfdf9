import { expect, test } from 'vitest';
import { panelsRankedFirst } from '../../src/lib/words/panel-words.ts';
import { inEnglish } from '../../src/lib/words/join-words-english.ts';
import { findingOf, rowsOf, shareNote } from '../../src/lib/words/workshop-words.ts';
import type { Deed } from '../../src/lib/workshop/act.ts';
import { readAnswer } from '../../src/lib/workshop/answer.ts';
import { answerOfForm } from '../../src/lib/workshop/answer-form.ts';
import { panelOf } from '../../src/lib/workshop/panels.ts';
import type { TokensQuestion, WorkshopPlan } from '../../src/lib/workshop/plan.ts';
import { recordOf } from '../../src/lib/workshop/record.ts';
import { roundResults } from '../../src/lib/workshop/results.ts';
import { foldActs } from '../../src/lib/workshop/room.ts';
import { answered, devices, joined, plan as ranked } from './rooms.ts';

const [matters, ...others] = ranked.rounds;
const { options } = matters.questions[0] as { options: TokensQuestion['options'] };
const question: TokensQuestion = {
  ...{ kind: 'tokens', id: 'matters', ask: 'What matters most to you?', options, tokens: 10 },
};
const plan: WorkshopPlan = {
  ...ranked,
  rounds: [{ ...matters, questions: [question] }, ...others],
};

/** What one spends. */
type Spent = Record<string, number>;

/** A room in which so many people spend tokens, and the round is shown. */
function room(people: number, spent: (at: number) => Spent) {
  const all = devices(people);
  const deeds: Deed[] = [
    { act: 'planned', plan },
    ...joined(...all),
    { act: 'opened', round: 'matters' },
    ...all.map((one, at) => answered(one, 'matters', { kind: 'tokens', spent: spent(at) })),
    { act: 'closed', round: 'matters' },
    { act: 'revealed', round: 'matters' },
  ];
  return foldActs(deeds.map((deed, at) => ({ ...deed, seq: at + 1, at: '2027-03-09T10:00:00Z' })))!;
}

const shownTo = (people: number, spent: (at: number) => Spent) =>
  roundResults(room(people, spent), 'matters')[0];

const form = (fields: Record<string, string>) => (name: string) => fields[name] ?? null;

test('tokens are spent as far as they go, in the order of the options', () => {
  const read = (fields: Record<string, string>) =>
    readAnswer(question, answerOfForm(question, form(fields))?.answer);
  expect(read({ 'tokens m3': '4', 'tokens m1': '6', 'tokens m2': '0' })).toEqual({
    answer: { kind: 'tokens', spent: { m1: 6, m3: 4 } },
  });
  expect(read({ 'tokens m1': '11' })).toEqual({ problem: 'too many tokens' });
  expect(read({ 'tokens m1': 'six' })).toEqual({ problem: 'not an answer' });
  expect(answerOfForm(question, form({ 'tokens m1': ' ' }))).toBeNull();
});

const NOT_SPENT: unknown[][] = [
  [{}],
  [{ m1: 1.5 }],
  [{ m1: -1, m2: 3 }],
  [{ m1: 1, constructor: 1 }],
  [{ m9: 1 }],
  [[3]],
  [null],
];

test.each(NOT_SPENT)('what cannot be spent is not taken: %o', (spent) => {
  expect(readAnswer(question, { kind: 'tokens', spent })).toEqual({ problem: 'not an answer' });
});

test('a large room is told how many tokens went to each', () => {
  const { shown } = shownTo(20, (at): Spent => (at < 15 ? { m2: 7, m1: 3 } : { m1: 10 }));
  expect(rowsOf(shown!, inEnglish).map(({ id, share }) => [id, share])).toEqual([
    ['m2', { kind: 'count', count: 105, of: 200 }],
    ['m1', { kind: 'count', count: 95, of: 200 }],
    ['m3', { kind: 'count', count: 0, of: 200 }],
    ['m4', { kind: 'count', count: 0, of: 200 }],
  ]);
  expect(findingOf(shown!, inEnglish)).toBe('Most tokens: The same worker.');
  expect(shareNote(shown!, inEnglish)).toContain('of all the tokens');
});

test('a small room is told no number, and in which order', () => {
  const { shown } = shownTo(8, (at): Spent => (at < 4 ? { m2: 10 } : { m1: 1, m4: 1 }));
  const rows = rowsOf(shown!, inEnglish);
  expect(rows.map(({ id }) => id)).toEqual(['m2', 'm1', 'm4', 'm3']);
  expect(rows.every(({ share }) => share.kind === 'words')).toBe(true);
  expect(shareNote(shown!, inEnglish)).toContain('how many people gave it any');
});

test('nothing is shown of fewer than five, nor of all alike', () => {
  expect(shownTo(4, (at) => ({ m1: at + 1 }))).toMatchObject({ shown: null, withheld: 'too few' });
  expect(shownTo(6, () => ({ m1: 5 }))).toMatchObject({ shown: null, withheld: 'all alike' });
});

test('what got most tokens is what a panel put first', () => {
  const first = (people: number) =>
    panelsRankedFirst([panelOf(recordOf(room(people, (at) => ({ m2: at === 0 ? 8 : 9, m1: 1 }))))]);
  expect(first(20)).toEqual([
    {
      lead: 'What a panel on 9 March 2027 spent most tokens on',
      text: 'The same worker',
      share: '179 of the 199 tokens went to it',
      from: 'A panel on 9 March 2027: 179 of the 199 tokens went to it',
    },
  ]);
  expect(first(8)[0].share).toBe('most of the 8 who took part chose it');
});
