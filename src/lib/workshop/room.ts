import type { Act } from './act.ts';
import type { Answer } from './answer.ts';
import type { HeldFor, Point, Reply } from './point.ts';
import { questionOf, type RoundKind, type WorkshopPlan } from './plan.ts';

export type RoundState = 'to come' | 'open' | 'closed' | 'revealed';

export interface RoundNow {
  id: RoundKind;
  state: RoundState;
  /** When it was opened last; null where it never was. */
  openedAt: string | null;
  /** Minutes added to those that were planned. */
  extraMinutes: number;
  /** Questions whose answers are all alike, and are shown all the same. */
  letShow: string[];
}

export interface Given {
  answer: Answer;
  /** It came after the round had been shown: it counts in the record, not on the screen. */
  isLate: boolean;
}

export interface Participant {
  isPaper: boolean;
  hasWithdrawn: boolean;
  /** By id of the question. */
  answers: Map<string, Given>;
  /** What they said of their own accord, by its name. */
  points: Map<string, Point>;
}

/** A workshop as it stands after some acts. */
export interface Room {
  /** Of the last act; 0 before the first. */
  seq: number;
  plan: WorkshopPlan;
  rounds: RoundNow[];
  /** The round that was opened last; null before the first. */
  current: RoundKind | null;
  /** By device: what stands for it in the log. */
  people: Map<string, Participant>;
  endedAt: string | null;
  /** By name of the point. */
  replies: Map<string, Reply>;
  held: Map<string, HeldFor>;
  /** Why the fewer answered as they did, by id of the question. */
  reasons: Map<string, string>;
}

/** Return the room as a log leaves it; null where it has no plan. */
export function foldActs(acts: readonly Act[]): Room | null {
  const first = acts.find((act) => act.act === 'planned');
  if (!first) return null;
  const room = beginRoom(first.plan);
  for (const act of acts) applyAct(room, act);
  return room;
}

/** Return the room before anything happened in it. */
export function beginRoom(plan: WorkshopPlan): Room {
  const rounds = plan.rounds.map(({ id }) => ({
    ...{ id, state: 'to come' as const, openedAt: null, extraMinutes: 0, letShow: [] },
  }));
  return {
    ...{ seq: 0, plan, rounds, current: null, people: new Map(), endedAt: null },
    ...{ replies: new Map(), held: new Map(), reasons: new Map() },
  };
}

/** Change a room by its next act. An act that was applied already changes nothing. */
export function applyAct(room: Room, act: Act): void {
  if (act.seq <= room.seq) return;
  room.seq = act.seq;
  switch (act.act) {
    case 'planned':
    case 'taken back':
      return;
    case 'joined':
      room.people.set(act.device, {
        ...{ isPaper: act.isPaper, hasWithdrawn: false, answers: new Map(), points: new Map() },
      });
      return;
    case 'answered':
      return answer(room, act);
    case 'withdrew':
      return takeBack(room, act.device);
    case 'proposed': {
      const person = room.people.get(act.device);
      person?.points.set(act.point, act.said);
      if (person) person.hasWithdrawn = false;
      return;
    }
    case 'replied':
      room.replies.set(act.point, act.reply);
      return;
    case 'held back':
      room.held.set(act.point, act.because);
      return;
    case 'let stand':
      room.held.delete(act.point);
      return;
    case 'gave reasons':
      room.reasons.set(act.question, act.words);
      return;
    case 'ended':
      room.endedAt = act.at;
      return;
    default: {
      const round = room.rounds.find(({ id }) => id === act.round);
      if (round) moveRound(room, round, act);
    }
  }
}

function moveRound(room: Room, round: RoundNow, act: Extract<Act, { round: RoundKind }>): void {
  switch (act.act) {
    case 'opened':
    case 'went back':
      round.state = 'open';
      round.openedAt = act.at;
      round.letShow = [];
      room.current = round.id;
      return;
    case 'closed':
      round.state = 'closed';
      return;
    case 'extended':
      round.state = 'open';
      round.extraMinutes += act.minutes;
      return;
    case 'revealed':
      round.state = 'revealed';
      // Whoever came late the last time it was shown is in time for this one.
      for (const given of givenIn(room, round.id)) given.isLate = false;
      return;
    case 'let show':
      round.letShow.push(act.question);
  }
}

function takeBack(room: Room, device: string): void {
  const person = room.people.get(device);
  if (!person) return;
  for (const point of person.points.keys()) {
    room.replies.delete(point);
    room.held.delete(point);
  }
  person.points.clear();
  person.answers.clear();
  person.hasWithdrawn = true;
}

function answer(room: Room, act: Extract<Act, { act: 'answered' }>): void {
  const person = room.people.get(act.device);
  const round = roundOfQuestion(room, act.question);
  if (!person || !round) return;
  const isLate = round.state === 'revealed';
  // What was shown is not changed behind it.
  if (isLate && person.answers.get(act.question)?.isLate === false) return;
  person.hasWithdrawn = false;
  person.answers.set(act.question, { answer: act.answer, isLate });
}

/** Return the round in which a question is asked. */
export function roundOfQuestion(room: Room, question: string): RoundNow | null {
  const id = questionOf(room.plan, question)?.round.id;
  return room.rounds.find((round) => round.id === id) ?? null;
}

/** Return all that was answered in a round. */
function givenIn({ plan, people }: Room, id: RoundKind): Given[] {
  const asked = plan.rounds.find((round) => round.id === id)?.questions ?? [];
  return [...people.values()].flatMap(({ answers }) =>
    asked.flatMap(({ id: question }) => {
      const given = answers.get(question);
      return given ? [given] : [];
    }),
  );
}

/** How many took part: those who said something and did not take it back. */
export function tookPart({ people }: Room): { people: number; onPaper: number } {
  const all = [...people.values()].filter(
    ({ answers, points }) =>
      points.size > 0 || [...answers.values()].some((given) => given.answer.kind !== 'skip'),
  );
  return { people: all.length, onPaper: all.filter(({ isPaper }) => isPaper).length };
}
