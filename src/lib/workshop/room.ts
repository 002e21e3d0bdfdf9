import type { Act } from './act.ts';
import type { Answer, GivenDesign } from './answer.ts';
import type { HeldFor, Point, Reply } from './point.ts';
import type { Shown } from './results.ts';
import { countSent, type Sent } from './sent-lately.ts';
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
  /** The name of what was written with it; absent for none. */
  words?: string;
}

export interface Participant {
  isPaper: boolean;
  hasWithdrawn: boolean;
  /** Had said nothing when the host set such devices aside, and has not since: not counted. */
  isAside: boolean;
  /** By id of the question. */
  answers: Map<string, Given>;
  /** Designs whose table was freed, by id of the question: each counts once it is sent anew. */
  freed: Map<string, GivenDesign>;
  /** What they said of their own accord, by its name. */
  points: Map<string, Point>;
  sent: Sent;
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
  /** Number of the act that asked last to show again what changed; 0 where none did. */
  shownAgain: number;
  /** Somebody took something back after the end. */
  lostAfterEnd: boolean;
  /** What was shown before somebody took back their answer to it, in words, by id of the question. */
  stands: Map<string, Shown>;
  /** By name of the point. */
  replies: Map<string, Reply>;
  /** By name of the point, or of the words of an answer. */
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
    ...{ seq: 0, plan, rounds, current: null, people: new Map() },
    ...{ endedAt: null, lostAfterEnd: false, shownAgain: 0 },
    ...{ stands: new Map(), replies: new Map(), held: new Map(), reasons: new Map() },
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
        ...{ isPaper: act.isPaper, hasWithdrawn: false, isAside: false },
        ...{ answers: new Map(), freed: new Map(), points: new Map() },
        sent: { since: act.at, count: 0 },
      });
      return;
    case 'answered':
      return answer(room, act);
    case 'withdrew':
      return takeBack(room, act);
    case 'proposed': {
      const person = room.people.get(act.device);
      if (!person) return;
      person.sent = countSent(person.sent, act.at);
      person.points.set(act.point, act.said);
      return takesPart(person);
    }
    case 'set aside':
      for (const person of silent(room)) person.isAside = true;
      return;
    case 'freed':
      return freeTable(room, act);
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
    case 'shown again':
      room.shownAgain = act.seq;
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

/** What is done to a round itself, not to one of its tables. */
type RoundAct = Exclude<Extract<Act, { round: RoundKind }>, { act: 'freed' }>;

function moveRound(room: Room, round: RoundNow, act: RoundAct): void {
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

function takesPart(person: Participant): void {
  person.hasWithdrawn = false;
  person.isAside = false;
}

/** Devices that joined and said nothing, and are not set aside. Nobody may hold them. */
export function silent({ people }: Room): Participant[] {
  return [...people.values()].filter(
    ({ isPaper, hasWithdrawn, isAside, answers, freed, points }) =>
      !isPaper && !hasWithdrawn && !isAside && answers.size + freed.size + points.size === 0,
  );
}

/** How many are here: whoever holds a device that is not set aside, and everybody on paper. */
export function countHere({ people }: Room): number {
  return [...people.values()].filter(({ isAside }) => !isAside).length;
}

function takeBack(room: Room, { device, stands }: Extract<Act, { act: 'withdrew' }>): void {
  const person = room.people.get(device);
  if (!person) return;
  for (const [question, shown] of Object.entries(stands ?? {})) room.stands.set(question, shown);
  if (room.endedAt !== null) room.lostAfterEnd = true;
  for (const point of person.points.keys()) {
    room.replies.delete(point);
    room.held.delete(point);
  }
  for (const { words } of person.answers.values()) if (words) room.held.delete(words);
  person.points.clear();
  person.answers.clear();
  person.freed.clear();
  person.hasWithdrawn = true;
}

function answer(room: Room, act: Extract<Act, { act: 'answered' }>): void {
  const person = room.people.get(act.device);
  const round = roundOfQuestion(room, act.question);
  if (!person || !round) return;
  person.sent = countSent(person.sent, act.at);
  const isLate = round.state === 'revealed';
  // What was shown is not changed behind it.
  if (isLate && person.answers.get(act.question)?.isLate === false) return;
  takesPart(person);
  // The round was opened again: what it finds now is from more than one who changed something.
  if (!isLate && room.endedAt === null) room.stands.delete(act.question);
  person.freed.delete(act.question);
  keepHeld(room, person.answers.get(act.question), act);
  const words = act.words === undefined ? {} : { words: act.words };
  person.answers.set(act.question, { answer: act.answer, isLate, ...words });
}

/** Who designed at a table, and in which question; null where nobody did. */
export function atTable(
  { plan, people }: Room,
  { round, table }: { round: RoundKind; table: number },
): { device: string; question: string; design: GivenDesign } | null {
  const asked = plan.rounds.find(({ id }) => id === round)?.questions ?? [];
  for (const { id: question } of asked) {
    for (const [device, { answers }] of people) {
      const answer = answers.get(question)?.answer;
      if (answer?.kind === 'design' && answer.table === table) {
        return { device, question, design: answer };
      }
    }
  }
  return null;
}

function freeTable(room: Room, act: Extract<Act, { act: 'freed' }>): void {
  const found = atTable(room, act);
  // It was taken back since.
  if (!found) return;
  const person = room.people.get(found.device)!;
  person.answers.delete(found.question);
  person.freed.set(found.question, found.design);
}

/** What was held back stays so where the same words are sent again; others are read anew. */
function keepHeld(room: Room, before: Given | undefined, now: Pick<Given, 'answer' | 'words'>) {
  const because = before?.words && room.held.get(before.words);
  if (!before?.words || !because) return;
  room.held.delete(before.words);
  const textOf = ({ answer }: Pick<Given, 'answer'>) =>
    answer.kind === 'agree' ? answer.words : undefined;
  if (now.words && textOf(now) === textOf(before)) room.held.set(now.words, because);
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
