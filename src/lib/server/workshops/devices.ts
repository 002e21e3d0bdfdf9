/** Devices in a workshop: each has a random token, and the log has only what stands for it. */
import { createHmac, randomBytes } from 'node:crypto';
import { addAct } from './workshop-log.ts';
import { tellRoom } from './live-rooms.ts';
import type { Store } from '../store/store.ts';
import { readAnswer } from '../../workshop/answer.ts';
import {
  refuseAnswer,
  hasSaid,
  refusePoint,
  sendsTooOften,
  type AnswerRefusal,
  type PointRefusal,
} from '../../workshop/may-act.ts';
import { questionOf } from '../../workshop/plan.ts';
import { readPoint } from '../../workshop/point.ts';
import { standing } from '../../workshop/results.ts';
import { countHere, type Room } from '../../workshop/room.ts';

/**
 * More devices than any hall holds: whoever floods a room finds it full, until the host sets aside
 * those that said nothing.
 */
const MOST_DEVICES = 500;

/** Return a new token: whoever has it answers as this device. */
export function newToken(): string {
  return randomBytes(18).toString('base64url');
}

export function isToken(text: string): boolean {
  return /^[\w-]{24}$/.test(text);
}

/** Return what stands for a device in the log of a workshop: it does not lead back to the token. */
export function deviceMark(token: string, workshop: string, secret: string): string {
  const mark = createHmac('sha256', secret).update(`device ${workshop} ${token}`);
  return mark.digest('base64url').slice(0, 22);
}

/** Let a device, or somebody on paper, into a workshop; say why not. */
export async function joinWorkshop(
  store: Store,
  workshop: string,
  { device, isPaper, at }: { device: string; isPaper: boolean; at: string },
): Promise<'full' | 'ended' | null> {
  const joined = { act: 'joined' as const, device, isPaper };
  const added = await addAct(
    store,
    workshop,
    { key: `join ${device}`, at, deed: joined },
    (room) => {
      if (room.endedAt) return 'ended';
      return countHere(room) >= MOST_DEVICES ? 'full' : null;
    },
  );
  if (added.kind === 'added') tellRoom(workshop);
  if (added.kind === 'refused') return added.why;
  return added.kind === 'no such workshop' ? 'ended' : null;
}

/** A name for what somebody said. Not its key, which the phone knows: it leads to no phone. */
function newName(): string {
  return randomBytes(8).toString('hex');
}

/** What a phone sends: the key is its own, so that what is sent twice counts once. */
export interface SentAnswer {
  key: string;
  question: string;
  answer: unknown;
}

export type AnswerProblem =
  | AnswerRefusal
  | 'not an answer'
  | 'too long'
  | 'too many tokens'
  | 'no table'
  | 'ended'
  | 'too often';

/** Store an answer; null once it is on disk, else why it is not taken. */
export async function storeAnswer(
  store: Store,
  workshop: string,
  room: Room,
  device: string,
  { key, question, answer, at }: SentAnswer & { at: string },
): Promise<AnswerProblem | null> {
  const asked = questionOf(room.plan, question);
  if (!asked) return 'no such question';
  const read = readAnswer(asked.question, answer);
  if ('problem' in read) return read.problem;
  const isWritten = read.answer.kind === 'agree' && read.answer.words !== undefined;
  const deed = {
    ...{ act: 'answered' as const, device, question, answer: read.answer },
    ...(isWritten ? { words: newName() } : {}),
  };
  const act = { key: `answer ${device} ${key}`, at, deed };
  const added = await addAct(store, workshop, act, (now) =>
    sendsTooOften(now, device, at) ? 'too often' : refuseAnswer(now, deed),
  );
  if (added.kind === 'no such workshop') return 'ended';
  if (added.kind === 'refused') return added.why;
  if (added.kind === 'added') tellRoom(workshop);
  return null;
}

export type PointProblem = PointRefusal | 'not a point' | 'too long' | 'ended' | 'too often';

/** Store what a device says of its own accord; null once it is on disk, else why it is not taken. */
export async function storePoint(
  store: Store,
  workshop: string,
  device: string,
  { key, point: given, at }: { key: string; point: unknown; at: string },
): Promise<PointProblem | null> {
  const read = readPoint(given);
  if ('problem' in read) return read.problem;
  const point = newName();
  const deed = { act: 'proposed' as const, device, point, said: read.point };
  const act = { key: `point ${device} ${key}`, at, deed };
  const added = await addAct(store, workshop, act, (room) =>
    sendsTooOften(room, device, at) ? 'too often' : refusePoint(room, device),
  );
  if (added.kind === 'no such workshop') return 'ended';
  if (added.kind === 'refused') return added.why;
  if (added.kind === 'added') tellRoom(workshop);
  return null;
}

/** Take back everything a device said; false where it is too late. */
export async function withdrawDevice(
  store: Store,
  workshop: string,
  device: string,
  at: string,
): Promise<boolean> {
  const deed = (room: Room) => ({
    ...{ act: 'withdrew' as const, device, stands: standing(room, device) },
  });
  const key = `withdraw ${device} ${at}`;
  const added = await addAct(store, workshop, { key, at, deed }, (room) => {
    if (!room.people.has(device) || at.slice(0, 10) > room.plan.withdrawUntil) return 'not now';
    // Asked for again, there is nothing to be done: the log does not grow by it.
    return hasSaid(room, device) ? null : 'nothing said';
  });
  if (added.kind === 'refused' && added.why === 'nothing said') return true;
  if (added.kind !== 'added') return false;
  tellRoom(workshop);
  return true;
}
