import type { LeverSetting } from '../portfolio/lever-settings.ts';
import type { Answer, Says } from './answer.ts';
import { SAYS } from './answer.ts';
import { keyOf, lettered, type ShownDesign } from './designs.ts';
import {
  NO_RATINGS,
  RATINGS,
  type DesignBy,
  type DesignQuestion,
  type NoRating,
  type Question,
  type RankQuestion,
  type Rating,
  type RoundKind,
} from './plan.ts';
import { tookPart, type Room } from './room.ts';
import {
  FEWEST_FOR_COUNTS,
  shareOf,
  withheld,
  type Share,
  type Withheld,
} from './small-numbers.ts';

/** What was answered to a question, as it may be shown to everybody. */
export interface QuestionResult {
  question: string;
  ask: string;
  /** How many answered; those who skipped it do not count. */
  answered: number;
  shown: Shown | null;
  /** Why nothing is shown; for the facilitator, as it tells something by itself. */
  withheld: Withheld | null;
}

export type Shown =
  /** What more people put higher stands higher; `share` of people chose it at all. */
  | { kind: 'rank'; order: Ranked[] }
  | {
      kind: 'rate';
      /** Where counts may not be said, answers alike stand together: alone each would be “a few”. */
      parts: { ratings: readonly (Rating | NoRating)[]; share: Share }[];
      /** Of those who rated it. */
      kept: Share;
    }
  | { kind: 'agree'; parts: { says: Says; share: Share }[] }
  | { kind: 'designs'; by: DesignBy; levers: LeverSetting[]; designs: ShownDesign[] };

/** A choice where the panel put it. */
export interface Ranked {
  id: string;
  text: string;
  share: Share;
  /** From 1; alike for those that came out equal. */
  place: number;
}

/** Which answers count: those in time, or all that came, for the record. */
export type Counting = 'in time' | 'all';

/** Return the results of a round as they may be shown; empty where there is no such round. */
export function roundResults(
  room: Room,
  id: RoundKind,
  counting: Counting = 'in time',
): QuestionResult[] {
  const questions = room.plan.rounds.find((round) => round.id === id)?.questions ?? [];
  const letShow = room.rounds.find((round) => round.id === id)?.letShow ?? [];
  return questions.map((question) =>
    result(room, question, letShow.includes(question.id), counting),
  );
}

function result(
  room: Room,
  question: Question,
  isLetShow: boolean,
  counting: Counting,
): QuestionResult {
  const answers = answersTo(room, question.id, counting);
  const { people } = tookPart(room);
  const { shown, parts } = split(question, answers, people);
  // Each table decided whether to show its own.
  const why =
    shown.kind === 'designs' && shown.by === 'tables'
      ? shown.designs.length === 0
        ? 'too few'
        : null
      : withheld(answers.length, parts);
  const isHeld = why === 'too few' || (why === 'all alike' && !isLetShow);
  return {
    question: question.id,
    ask: question.ask,
    answered: answers.length,
    shown: isHeld ? null : shown,
    withheld: isHeld ? why : null,
  };
}

/** Return the answers to a question that count, without those who skipped it. */
export function answersTo({ people }: Room, question: string, counting: Counting): Answer[] {
  return [...people.values()].flatMap(({ answers }) => {
    const given = answers.get(question);
    if (!given || given.answer.kind === 'skip') return [];
    return given.isLate && counting === 'in time' ? [] : [given.answer];
  });
}

/** Return what may be shown, and how many are in each part that would tell if it were all. */
function split(
  question: Question,
  answers: readonly Answer[],
  people: number,
): { shown: Shown; parts: number[] } {
  switch (question.kind) {
    case 'rank':
      return splitRank(question, answers, people);
    case 'rate':
      return splitRate(answers, people);
    case 'agree': {
      const counts = SAYS.map(
        (says) => answers.filter((one) => one.kind === 'agree' && one.says === says).length,
      );
      const parts = SAYS.map((says, at) => ({
        says,
        share: shareOf(counts[at], answers.length, people),
      }));
      return { shown: { kind: 'agree', parts }, parts: counts };
    }
    case 'design':
      return splitDesigns(question, answers);
  }
}

/** Answers to a promise that stand together in a small room. */
const TOGETHER: readonly (readonly (Rating | NoRating)[])[] = [
  ['always', 'mostly'],
  ['sometimes', 'never'],
  NO_RATINGS,
];

function splitRate(answers: readonly Answer[], people: number) {
  const counts = new Map<Rating | NoRating, number>();
  for (const one of answers) {
    if (one.kind === 'rate') counts.set(one.rating, (counts.get(one.rating) ?? 0) + 1);
  }
  const countOf = (ratings: readonly (Rating | NoRating)[]) =>
    ratings.reduce((sum, rating) => sum + (counts.get(rating) ?? 0), 0);
  const apart = [...RATINGS, ...NO_RATINGS].map((rating) => [rating] as const);
  const groups = people < FEWEST_FOR_COUNTS ? TOGETHER : apart;
  const parts = groups.map((ratings) => ({
    ratings,
    share: shareOf(countOf(ratings), answers.length, people),
  }));
  const kept = shareOf(countOf(TOGETHER[0]), countOf(RATINGS), people);
  return { shown: { kind: 'rate' as const, parts, kept }, parts: groups.map(countOf) };
}

/** What designs may be shown, and how many made each. */
export function splitDesigns({ by, levers }: DesignQuestion, answers: readonly Answer[]) {
  const made = answers.flatMap((one) => (one.kind === 'design' && one.show ? [one.settings] : []));
  const alike = new Map<string, number>();
  for (const one of made) alike.set(keyOf(one), (alike.get(keyOf(one)) ?? 0) + 1);
  const shown = { kind: 'designs' as const, by, levers, designs: lettered(made) };
  return { shown, parts: [...alike.values()] };
}

function splitRank({ options, most }: RankQuestion, answers: readonly Answer[], people: number) {
  const orders = answers.flatMap((one) => (one.kind === 'rank' ? [one.order] : []));
  const scored = options.map(({ id, text }) => {
    const places = orders.map((order) => order.indexOf(id)).filter((place) => place >= 0);
    // The first of three counts for three, the last for one.
    const points = places.reduce((sum, place) => sum + most - place, 0);
    return { id, text, points, chosen: places.length };
  });
  const order = scored
    .sort((a, b) => b.points - a.points)
    .map(({ id, text, points, chosen }): Ranked => ({
      ...{ id, text, share: shareOf(chosen, orders.length, people) },
      place: scored.filter((other) => other.points > points).length + 1,
    }));
  const alike = new Map<string, number>();
  for (const one of orders) alike.set(one.join(), (alike.get(one.join()) ?? 0) + 1);
  return { shown: { kind: 'rank' as const, order }, parts: [...alike.values()] };
}
