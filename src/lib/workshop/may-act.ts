import type { HostDeed } from './act.ts';
import type { Answer } from './answer.ts';
import { atTable, roundOfQuestion, silent, type Room } from './room.ts';
import { MOST_POINTS } from './point.ts';
import { questionOf, type RoundKind } from './plan.ts';
import { isTooOften } from './sent-lately.ts';

/** Why an act is not done. */
export type Refusal =
  | 'ended'
  | 'another is open'
  | 'no such round'
  /** It was taken back. */
  | 'no such point'
  /** Somebody else was quicker, or the page is old. */
  | 'not now';

/** Say why a facilitator cannot do something just now; null where they can. */
export function refuseDeed(room: Room, deed: HostDeed): Refusal | null {
  if (isWritten(deed)) return refuseWritten(room, deed);
  if (room.endedAt !== null) return 'ended';
  const open = room.rounds.find(({ state }) => state === 'open');
  if (deed.act === 'ended') return open ? 'another is open' : null;
  if (deed.act === 'shown again') return room.current === null ? 'not now' : null;
  if (deed.act === 'set aside') return silent(room).length === 0 ? 'not now' : null;
  const round = room.rounds.find(({ id }) => id === deed.round);
  if (!round) return 'no such round';
  const isOther = open !== undefined && open.id !== round.id;
  switch (deed.act) {
    case 'opened':
      if (isOther) return 'another is open';
      return round.state === 'to come' ? null : 'not now';
    case 'closed':
      return round.state === 'open' ? null : 'not now';
    case 'revealed':
      return round.state === 'closed' ? null : 'not now';
    case 'went back':
      if (isOther) return 'another is open';
      return ['closed', 'revealed'].includes(round.state) ? null : 'not now';
    case 'extended':
      if (isOther) return 'another is open';
      return ['open', 'closed'].includes(round.state) ? null : 'not now';
    case 'freed':
      // Only while the phone that has it can send its design anew.
      return round.state === 'open' && atTable(room, deed) ? null : 'not now';
    case 'let show':
      if (roundOfQuestion(room, deed.question)?.id !== round.id) return 'no such round';
      if (round.letShow.includes(deed.question)) return 'not now';
      return round.state === 'revealed' ? null : 'not now';
  }
}

/** What is written of what was said: it has all the time it needs. */
type WrittenDeed = Extract<
  HostDeed,
  { act: 'replied' | 'held back' | 'let stand' | 'gave reasons' }
>;

function isWritten(deed: HostDeed): deed is WrittenDeed {
  return ['replied', 'held back', 'let stand', 'gave reasons'].includes(deed.act);
}

function refuseWritten(room: Room, deed: WrittenDeed): Refusal | null {
  switch (deed.act) {
    case 'replied':
      return hasPoint(room, deed.point) ? null : 'no such point';
    case 'held back':
      return hasPoint(room, deed.point) || hasWords(room, deed.point) ? null : 'no such point';
    case 'let stand':
      return room.held.has(deed.point) ? null : 'no such point';
    case 'gave reasons': {
      if (questionOf(room.plan, deed.question)?.question.kind !== 'agree') return 'no such round';
      const { state } = roundOfQuestion(room, deed.question)!;
      const isOver = room.endedAt !== null && state !== 'to come';
      return isOver || state === 'revealed' ? null : 'not now';
    }
  }
}

const hasPoint = ({ people }: Room, point: string) =>
  [...people.values()].some(({ points }) => points.has(point));

const hasWords = ({ people }: Room, name: string) =>
  [...people.values()].some(({ answers }) =>
    [...answers.values()].some(({ words }) => words === name),
  );

/**
 * Say why what somebody says of their own accord is not taken; null where it is. After the end it
 * takes what phones kept while they had no network.
 */
export function refusePoint({ people }: Room, device: string): PointRefusal | null {
  const person = people.get(device);
  if (!person) return 'not joined';
  return person.points.size >= MOST_POINTS ? 'too many' : null;
}

export type PointRefusal = 'not joined' | 'too many';

/** Why an answer is not taken. */
export type AnswerRefusal =
  | 'not joined'
  | 'no such question'
  | 'not open yet'
  | 'shown already'
  /** Another phone has sent the design of this table: neither counts twice, nor is lost. */
  | 'table taken';

/**
 * Say why an answer is not taken; null where it is.
 *
 * Until a round is shown it takes what phones kept while they had no network, even after its end:
 * nobody can have been led by others then. Later it takes what comes from somebody who had not
 * answered, and changes nothing that was shown.
 */
export function refuseAnswer(
  room: Room,
  { device, question, answer }: { device: string; question: string; answer?: Answer },
): AnswerRefusal | null {
  const person = room.people.get(device);
  if (!person) return 'not joined';
  const round = roundOfQuestion(room, question);
  if (!round) return 'no such question';
  if (round.state === 'to come') return 'not open yet';
  if (answer?.kind === 'design' && answer.table !== undefined) {
    const { table } = answer;
    const holder = atTable(room, { round: round.id, table });
    if (holder && holder.device !== device) return 'table taken';
  }
  if (round.state !== 'revealed' && room.endedAt === null) return null;
  const given = person.answers.get(question);
  return given && !given.isLate ? 'shown already' : null;
}

/**
 * Whether a phone sent so much that it has to wait. Each person whom a device is handed on to has a
 * seat of their own; papers are typed in by somebody whose own pace is counted.
 */
export function sendsTooOften({ people }: Room, device: string, at: string): boolean {
  const person = people.get(device);
  return person !== undefined && !person.isPaper && isTooOften(person.sent, at);
}

/** Whether a device has said something that could be taken back. */
export function hasSaid({ people }: Room, device: string): boolean {
  const person = people.get(device);
  return person !== undefined && person.answers.size + person.freed.size + person.points.size > 0;
}

/** The round that would come next; null after the last. */
export function nextRound({ rounds }: Room): RoundKind | null {
  return rounds.find(({ state }) => state === 'to come')?.id ?? null;
}
