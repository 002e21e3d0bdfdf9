import type { LeverSetting } from '../portfolio/lever-settings.ts';
import type { Answer, Says } from './answer.ts';
import { SAYS } from './answer.ts';
import { keyOf, lettered, type ShownDesign } from './designs.ts';
import {
  NO_RATINGS,
  questionOf,
  RATINGS,
  type DesignBy,
  type DesignQuestion,
  type NoRating,
  type Question,
  type RankQuestion,
  type Rating,
  type RoundKind,
  type TokensQuestion,
} from './plan.ts';
import type { HeldFor } from './point.ts';
import { roundOfQuestion, tookPart, type Given, type Room } from './room.ts';
import {
  FEWEST_ANSWERS,
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
  /**
   * What got more tokens stands higher; `share` is of all that were spent, and where counts may not
   * be said, of people who gave it any.
   */
  | { kind: 'tokens'; order: Ranked[] }
  | {
      kind: 'rate';
      /** Where counts may not be said, answers alike stand together: alone each would be “a few”. */
      parts: { ratings: readonly (Rating | NoRating)[]; share: Share }[];
      /** Of those who rated it; null where they are too few. */
      kept: Share | null;
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
  const stands = room.stands.get(question.id);
  if (stands && answers.length >= FEWEST_ANSWERS) {
    const of = { question: question.id, ask: question.ask, answered: answers.length };
    return { ...of, shown: stands, withheld: null };
  }
  const { shown, parts } = split(question, answers, peopleFor(room, answers.length));
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

/**
 * Return what was shown by now of each question that somebody answered, in words, by its id: it stands
 * once they take their answer back. A word that changed then would tell what the answer was, and so
 * would one that is shown no more. Designs have no shares; whoever takes one back takes it away.
 */
export function standing(room: Room, device: string): Record<string, Shown> {
  const counting = room.endedAt === null ? 'in time' : 'all';
  const stands: Record<string, Shown> = {};
  for (const [id, given] of room.people.get(device)?.answers ?? []) {
    const asked = questionOf(room.plan, id);
    const round = roundOfQuestion(room, id);
    const isOpen = room.endedAt === null && round?.state !== 'revealed';
    const counts = given.answer.kind !== 'skip' && !(given.isLate && counting === 'in time');
    if (!asked || !round || isOpen || !counts || asked.question.kind === 'design') continue;
    const { question } = asked;
    if (!result(room, question, round.letShow.includes(id), counting).shown) continue;
    stands[id] = room.stands.get(id) ?? split(question, answersTo(room, id, counting), 0).shown;
  }
  return stands;
}

/**
 * Return of how many people the answers are, as far as that decides whether counts may be said. A
 * question that few answered is a small room of its own. Once somebody took something back after the
 * end, no count is said: beside the one that was there before it would tell what they had said.
 */
function peopleFor(room: Room, answers: number): number {
  return room.lostAfterEnd ? 0 : Math.min(tookPart(room).people, answers);
}

/** Return the answers to a question that count, without those who skipped it. */
function answersTo(room: Room, question: string, counting: Counting): Answer[] {
  return givenTo(room, question, counting).map(({ answer }) => answer);
}

function givenTo({ people }: Room, question: string, counting: Counting): Given[] {
  return [...people.values()].flatMap(({ answers }) => {
    const given = answers.get(question);
    if (!given || given.answer.kind === 'skip') return [];
    return given.isLate && counting === 'in time' ? [] : [given];
  });
}

/** What somebody wrote with an answer; not whose, nor when it came. */
export interface Written {
  /** Empty for what an earlier version stored: it had no name for it. */
  id: string;
  text: string;
  mayQuote: boolean;
  heldFor: HeldFor | null;
}

/**
 * Return what people wrote with their answers to a question in the order of the alphabet, which tells
 * nothing; what is held back stands last, as its place would tell how it began.
 */
export function wordsWritten(room: Room, question: string, counting: Counting): Written[] {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return givenTo(room, question, counting)
    .flatMap(({ answer, words: id = '' }) => {
      if (answer.kind !== 'agree' || !answer.words) return [];
      const { words: text, mayQuote = false } = answer;
      return [{ id, text, mayQuote, heldFor: room.held.get(id) ?? null }];
    })
    .sort(
      (a, b) =>
        Number(a.heldFor !== null) - Number(b.heldFor !== null) ||
        (a.heldFor === null ? compare(a.text, b.text) : 0) ||
        compare(a.id, b.id),
    );
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
    case 'tokens':
      return splitTokens(question, answers, people);
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
  // Of one who could say, a share is what they said, however many others did not know.
  const rated = countOf(RATINGS);
  const kept = rated < FEWEST_ANSWERS ? null : shareOf(countOf(TOGETHER[0]), rated, people);
  return { shown: { kind: 'rate' as const, parts, kept }, parts: groups.map(countOf) };
}

/** What designs may be shown, and how many made each. */
export function splitDesigns({ by, levers }: DesignQuestion, answers: readonly Answer[]) {
  const made = answers.flatMap((one) => (one.kind === 'design' && one.show ? [one.settings] : []));
  const shown = { kind: 'designs' as const, by, levers, designs: lettered(made) };
  return { shown, parts: sizesOfAlike(made.map(keyOf)) };
}

function splitRank({ options, most }: RankQuestion, answers: readonly Answer[], people: number) {
  const orders = answers.flatMap((one) => (one.kind === 'rank' ? [one.order] : []));
  const scored = options.map(({ id, text }) => {
    const places = orders.map((order) => order.indexOf(id)).filter((place) => place >= 0);
    // The first of three counts for three, the last for one.
    const points = places.reduce((sum, place) => sum + most - place, 0);
    return { id, text, points, chosen: places.length };
  });
  const order = placed(scored, ({ chosen }) => shareOf(chosen, orders.length, people));
  const parts = sizesOfAlike(orders.map((one) => one.join()));
  return { shown: { kind: 'rank' as const, order }, parts };
}

function splitTokens({ options }: TokensQuestion, answers: readonly Answer[], people: number) {
  const spent = answers.flatMap((one) => (one.kind === 'tokens' ? [one.spent] : []));
  const scored = options.map(({ id, text }) => {
    const given = spent.map((one) => one[id] ?? 0).filter((count) => count > 0);
    const points = given.reduce((sum, count) => sum + count, 0);
    return { id, text, points, chosen: given.length };
  });
  const all = scored.reduce((sum, { points }) => sum + points, 0);
  const order = placed(scored, ({ points, chosen }) =>
    people < FEWEST_FOR_COUNTS
      ? shareOf(chosen, spent.length, people)
      : shareOf(points, all, people),
  );
  const parts = sizesOfAlike(spent.map((one) => JSON.stringify(one)));
  return { shown: { kind: 'tokens' as const, order }, parts };
}

interface Scored {
  id: string;
  text: string;
  points: number;
  /** How many people chose it at all. */
  chosen: number;
}

function placed(scored: Scored[], share: (one: Scored) => Share): Ranked[] {
  return [...scored]
    .sort((a, b) => b.points - a.points)
    .map((one) => ({
      ...{ id: one.id, text: one.text, share: share(one) },
      place: scored.filter((other) => other.points > one.points).length + 1,
    }));
}

function sizesOfAlike(keys: readonly string[]): number[] {
  const sizes = new Map<string, number>();
  for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  return [...sizes.values()];
}
