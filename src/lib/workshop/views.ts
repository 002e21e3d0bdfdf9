/** What each of those in a workshop gets to see of it. None of them learns who said what. */
import type { Answer, GivenDesign } from './answer.ts';
import type { DesignBy, Question, RoundKind } from './plan.ts';
import type { Point } from './point.ts';
import { pointsOf, recordedPoints, type HostPoint, type RecordedPoint } from './points.ts';
import { roundResults, type QuestionResult, type Shown } from './results.ts';
import type { Withheld } from './small-numbers.ts';
import { countHere, silent, tookPart, type Room, type RoundState } from './room.ts';

/** Where a workshop is. */
export type Phase = 'waiting' | 'open' | 'closed' | 'revealed' | 'ended';

/** A result for the room: not why it is withheld, which would tell something by itself. */
export type RoomResult = Omit<QuestionResult, 'withheld' | 'answered'>;

export interface ShownRound {
  id: RoundKind;
  /** From 1. */
  number: number;
  of: number;
  questions: Question[];
}

/** What a phone shows to whoever holds it. */
export interface PhoneView {
  title: string;
  phase: Phase;
  /** The round that is open, or was last; null before the first. */
  round: ShownRound | null;
  /** What this device answered in it, by id of the question. */
  answers: Record<string, Answer>;
  /** What this device designed at a table that was freed since: it is not sent yet. */
  freed: Record<string, GivenDesign>;
  /** Once it is shown; empty before. */
  results: RoomResult[];
  hasAnswered: boolean;
  hasWithdrawn: boolean;
  /** What this device said of its own accord. */
  points: Point[];
  /** After the end: what was replied to everybody, and how often words were held back. */
  replies: RecordedPoint[];
  heldBack: number;
}

/** What the projector shows. */
export interface ScreenView {
  title: string;
  phase: Phase;
  round: ShownRound | null;
  /** How many answered something in the round, and how many are here. */
  answered: number;
  here: number;
  results: RoomResult[];
  /** How many tables have answered, where tables do; null elsewhere. */
  tables: { answered: number; of: number } | null;
  /** What the panel designed, while it looks at what the model says of it. */
  designs: ShownDesigns | null;
  /** Who made designs, where the panel looks at them and none may be shown; null elsewhere. */
  noDesigns: DesignBy | null;
  /** Changes whenever the host asks to show the last change again. */
  shownAgain: number;
}

export type ShownDesigns = Extract<Shown, { kind: 'designs' }>;

/** Why there is no design to look at, and who makes them. */
export interface NoDesigns {
  by: DesignBy;
  why: Withheld;
}

export interface TablesNow {
  answered: number[];
  of: number;
  /** Designs whose table was freed, and that were not sent again yet. */
  freed: number;
}

export interface HostRound {
  id: RoundKind;
  state: RoundState;
  minutes: number;
  openedAt: string | null;
  answered: number;
  /** How many went through every question of it. */
  finished: number;
  /** Which tables have answered, where tables do: a table is no person. Null elsewhere. */
  tables: TablesNow | null;
  /** Once it is shown; empty before. */
  results: QuestionResult[];
}

/** What the facilitator sees: how many, never who. */
export interface HostView {
  seq: number;
  phase: Phase;
  rounds: HostRound[];
  here: number;
  /** Devices that said nothing, as long as they are counted. */
  silent: number;
  onPaper: number;
  withdrew: number;
  endedAt: string | null;
  points: HostPoint[];
  /** How often words are held back. */
  heldBack: number;
  noDesigns: NoDesigns | null;
  /** Why the fewer answered as they did, by id of the question. */
  reasons: Record<string, string>;
}

/** Return what a device sees; null where it has not joined. */
export function phoneView(room: Room, device: string): PhoneView | null {
  const person = room.people.get(device);
  if (!person) return null;
  const round = shownRound(room);
  const asked = new Set(round?.questions.map(({ id }) => id));
  const given = [...person.answers].filter(([question]) => asked.has(question));
  return {
    title: room.plan.title,
    phase: phaseOf(room),
    round,
    answers: Object.fromEntries(given.map(([question, { answer }]) => [question, answer])),
    freed: Object.fromEntries([...person.freed].filter(([question]) => asked.has(question))),
    results: resultsShown(room),
    hasAnswered: person.answers.size > 0 || person.freed.size > 0 || person.points.size > 0,
    hasWithdrawn: person.hasWithdrawn,
    points: [...person.points.values()],
    replies: room.endedAt === null ? [] : recordedPoints(room).filter(({ reply }) => reply),
    heldBack: room.endedAt === null ? 0 : room.held.size,
  };
}

export function screenView(room: Room): ScreenView {
  const round = shownRound(room);
  return {
    title: room.plan.title,
    phase: phaseOf(room),
    round,
    answered: round ? countRound(room, round.id).answered : 0,
    here: countHere(room),
    tables: tablesOnScreen(room, round),
    results: resultsShown(room),
    designs: designsOnScreen(room),
    noDesigns: isSeeing(room) ? (noDesigns(room)?.by ?? null) : null,
    shownAgain: room.shownAgain,
  };
}

export function hostView(room: Room): HostView {
  return {
    seq: room.seq,
    phase: phaseOf(room),
    rounds: room.plan.rounds.map(({ id, minutes }, at) => ({
      id,
      state: room.rounds[at].state,
      minutes: minutes + room.rounds[at].extraMinutes,
      openedAt: room.rounds[at].openedAt,
      ...countRound(room, id),
      tables: tablesOf(room, id),
      results: room.rounds[at].state === 'revealed' ? roundResults(room, id) : [],
    })),
    here: countHere(room),
    silent: silent(room).length,
    onPaper: tookPart(room).onPaper,
    withdrew: [...room.people.values()].filter(({ hasWithdrawn }) => hasWithdrawn).length,
    endedAt: room.endedAt,
    points: pointsOf(room),
    heldBack: room.held.size,
    noDesigns: noDesigns(room),
    reasons: Object.fromEntries(room.reasons),
  };
}

export function phaseOf(room: Room): Phase {
  if (room.endedAt !== null) return 'ended';
  const state = room.rounds.find(({ id }) => id === room.current)?.state ?? 'to come';
  return state === 'to come' ? 'waiting' : state;
}

function shownRound({ plan, current, endedAt }: Room): ShownRound | null {
  const at = plan.rounds.findIndex(({ id }) => id === current);
  if (at < 0 || endedAt !== null) return null;
  const { id, questions } = plan.rounds[at];
  return { id, number: at + 1, of: plan.rounds.length, questions };
}

/** What is on the screen of designs: when they are shown, and all through the round that sees them. */
function designsOnScreen(room: Room): ShownDesigns | null {
  const isShown = room.current === 'design' && phaseOf(room) === 'revealed';
  return isSeeing(room) || isShown ? designsOf(room) : null;
}

const isSeeing = (room: Room) => room.current === 'see' && phaseOf(room) !== 'ended';

/** Why there is no design to look at; null where there is one, or they are still to be made. */
function noDesigns(room: Room): NoDesigns | null {
  const asked = room.plan.rounds.find(({ id }) => id === 'design')?.questions[0];
  const state = room.rounds.find(({ id }) => id === 'design')?.state;
  if (asked?.kind !== 'design' || designsOf(room)) return null;
  if ((state === 'to come' || state === 'open') && !isSeeing(room)) return null;
  return { by: asked.by, why: roundResults(room, 'design')[0].withheld ?? 'too few' };
}

/** What the panel designed, as far as it may be shown; null while designs are still made. */
export function designsOf(room: Room): ShownDesigns | null {
  const round = room.rounds.find(({ id }) => id === 'design');
  if (!round || round.state === 'to come' || round.state === 'open') return null;
  for (const { shown } of roundResults(room, 'design')) {
    if (shown?.kind === 'designs' && shown.designs.length > 0) return shown;
  }
  return null;
}

function resultsShown(room: Room): RoomResult[] {
  if (room.current === null || phaseOf(room) !== 'revealed') return [];
  return roundResults(room, room.current).map(({ question, ask, shown }) => ({
    ...{ question, ask, shown },
  }));
}

/** Which tables have answered in a round, in their order; null where tables have no numbers. */
function tablesOf({ plan, people }: Room, id: RoundKind): HostRound['tables'] {
  const questions = plan.rounds.find((round) => round.id === id)?.questions ?? [];
  const question = questions.find((one) => one.kind === 'design');
  if (question?.kind !== 'design' || question.tables === undefined) return null;
  const answered = [...people.values()].flatMap(({ answers }) => {
    const answer = answers.get(question.id)?.answer;
    return answer?.kind === 'design' && answer.table !== undefined ? [answer.table] : [];
  });
  const freed = [...people.values()].filter((one) => one.freed.has(question.id)).length;
  return { answered: answered.sort((a, b) => a - b), of: question.tables, freed };
}

function tablesOnScreen(room: Room, round: ShownRound | null): ScreenView['tables'] {
  const tables = round && tablesOf(room, round.id);
  return tables && { answered: tables.answered.length, of: tables.of };
}

function countRound({ plan, people }: Room, id: RoundKind) {
  const asked = plan.rounds.find((round) => round.id === id)!.questions;
  const done = [...people.values()].map(
    ({ answers }) => asked.filter((question) => answers.has(question.id)).length,
  );
  return {
    answered: done.filter((count) => count > 0).length,
    finished: done.filter((count) => count === asked.length).length,
  };
}
