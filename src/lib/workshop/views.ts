/** What each of those in a workshop gets to see of it. None of them learns who said what. */
import type { Answer } from './answer.ts';
import type { Question, RoundKind } from './plan.ts';
import type { Point } from './point.ts';
import { pointsOf, recordedPoints, type HostPoint, type RecordedPoint } from './points.ts';
import { roundResults, type QuestionResult, type Shown } from './results.ts';
import { tookPart, type Room, type RoundState } from './room.ts';

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
  /** Once it is shown; empty before. */
  results: RoomResult[];
  hasAnswered: boolean;
  hasWithdrawn: boolean;
  /** What this device said of its own accord. */
  points: Point[];
  /** After the end: what was replied to everybody. */
  replies: RecordedPoint[];
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
  /** What the panel designed, while it looks at what the model says of it. */
  designs: ShownDesigns | null;
}

export type ShownDesigns = Extract<Shown, { kind: 'designs' }>;

export interface HostRound {
  id: RoundKind;
  state: RoundState;
  minutes: number;
  openedAt: string | null;
  answered: number;
  /** How many went through every question of it. */
  finished: number;
  /** Once it is shown; empty before. */
  results: QuestionResult[];
}

/** What the facilitator sees: how many, never who. */
export interface HostView {
  seq: number;
  phase: Phase;
  rounds: HostRound[];
  here: number;
  onPaper: number;
  withdrew: number;
  endedAt: string | null;
  points: HostPoint[];
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
    results: resultsShown(room),
    hasAnswered: person.answers.size > 0 || person.points.size > 0,
    hasWithdrawn: person.hasWithdrawn,
    points: [...person.points.values()],
    replies: room.endedAt === null ? [] : recordedPoints(room).filter(({ reply }) => reply),
  };
}

export function screenView(room: Room): ScreenView {
  const round = shownRound(room);
  return {
    title: room.plan.title,
    phase: phaseOf(room),
    round,
    answered: round ? countRound(room, round.id).answered : 0,
    here: here(room),
    results: resultsShown(room),
    designs: designsOnScreen(room),
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
      results: room.rounds[at].state === 'revealed' ? roundResults(room, id) : [],
    })),
    here: here(room),
    onPaper: tookPart(room).onPaper,
    withdrew: [...room.people.values()].filter(({ hasWithdrawn }) => hasWithdrawn).length,
    endedAt: room.endedAt,
    points: pointsOf(room),
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
  const { current } = room;
  const phase = phaseOf(room);
  const isSeeing = current === 'see' && phase !== 'ended';
  return isSeeing || (current === 'design' && phase === 'revealed') ? designsOf(room) : null;
}

/** What the panel designed, as far as it may be shown; null while designs are still made. */
export function designsOf(room: Room): ShownDesigns | null {
  const round = room.rounds.find(({ id }) => id === 'design');
  if (!round || round.state === 'to come' || round.state === 'open') return null;
  for (const { shown } of roundResults(room, 'design')) if (shown?.kind === 'designs') return shown;
  return null;
}

function resultsShown(room: Room): RoomResult[] {
  if (room.current === null || phaseOf(room) !== 'revealed') return [];
  return roundResults(room, room.current).map(({ question, ask, shown }) => ({
    ...{ question, ask, shown },
  }));
}

/** Whoever holds a phone that joined, and everybody on paper. */
function here({ people }: Room): number {
  return people.size;
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
