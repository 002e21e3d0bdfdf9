import type { HostDeed } from './act.ts';
import type { RoundKind } from './plan.ts';
import { recordedPoints, type RecordedPoint } from './points.ts';
import { answersTo, roundResults, type Shown } from './results.ts';
import { tookPart, type Room } from './room.ts';

/** What stays of a question. */
export interface RecordedQuestion {
  id: string;
  ask: string;
  /** Of the portfolio, where it asks how far one is kept. */
  promise?: string;
  /** Null where so few answered, or all so much alike, that it would tell who said what. */
  shown: Shown | null;
  /** Words that somebody allowed to be quoted, in the order of the alphabet: not who, nor when. */
  quotes: string[];
  /** Why the fewer answered as they did, in wording that was agreed with them. */
  reasons?: string;
}

/**
 * What stays of a workshop after everything else is removed. Where an answer is not in it, it is
 * nowhere.
 */
export interface WorkshopRecord {
  title: string;
  isRehearsal: boolean;
  portfolio: string;
  portfolioTitle: string;
  /** ISO date. */
  heldOn: string;
  tookPart: number;
  onPaper: number;
  /** How many took back everything they had said. */
  withdrew: number;
  rounds: { id: RoundKind; questions: RecordedQuestion[] }[];
  /** What people said of their own accord, with what became of it. */
  points: RecordedPoint[];
}

/** Return a record as it was kept, by this version or an earlier one. */
export function readRecordText(text: string): WorkshopRecord {
  const kept = JSON.parse(text) as Omit<WorkshopRecord, 'points'> & Partial<WorkshopRecord>;
  return { ...kept, points: kept.points ?? [] };
}

/** What can still be written once nothing but the record is left. */
export type LateDeed = Extract<HostDeed, { act: 'replied' | 'held back' }>;

/** Return a record with what was written later; null where it has no such point. */
export function amendRecord(record: WorkshopRecord, deed: LateDeed): WorkshopRecord | null {
  if (!record.points.some(({ id }) => id === deed.point)) return null;
  const points = record.points.map((point) => {
    if (point.id !== deed.point) return point;
    if (deed.act === 'replied') return { ...point, reply: deed.reply };
    return { ...point, about: null, words: null, heldFor: deed.because };
  });
  return { ...record, points };
}

/** Fold a workshop into what stays of it. Rounds that were never opened have no part in it. */
export function recordOf(room: Room): WorkshopRecord {
  const { plan, rounds } = room;
  const { people, onPaper } = tookPart(room);
  const opened = rounds.map(({ openedAt }) => openedAt).filter((at) => at !== null);
  const held = plan.rounds.filter(({ id }) =>
    rounds.some((round) => round.id === id && round.state !== 'to come'),
  );
  return {
    title: plan.title,
    isRehearsal: plan.isRehearsal,
    portfolio: plan.portfolio,
    portfolioTitle: plan.portfolioTitle,
    heldOn: (opened.sort()[0] ?? room.endedAt ?? '').slice(0, 10),
    tookPart: people,
    onPaper,
    withdrew: [...room.people.values()].filter(({ hasWithdrawn }) => hasWithdrawn).length,
    rounds: held.map(({ id, questions }) => {
      const results = roundResults(room, id, 'all');
      return {
        id,
        questions: questions.map((question, at) => ({
          id: question.id,
          ask: question.ask,
          ...(question.kind === 'rate' ? { promise: question.promise } : {}),
          shown: results[at].shown,
          quotes: answersTo(room, question.id, 'all')
            .flatMap((one) => (one.kind === 'agree' && one.mayQuote ? [one.words ?? ''] : []))
            .sort(),
          ...(room.reasons.get(question.id) ? { reasons: room.reasons.get(question.id) } : {}),
        })),
      };
    }),
    points: recordedPoints(room),
  };
}
