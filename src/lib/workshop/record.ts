import type { HostDeed } from './act.ts';
import type { RoundKind } from './plan.ts';
import type { HeldFor } from './point.ts';
import { recordedPoints, type RecordedPoint } from './points.ts';
import { roundResults, wordsWritten, type Shown } from './results.ts';
import { tookPart, type Room } from './room.ts';

/** What stays of a question. */
export interface RecordedQuestion {
  id: string;
  ask: string;
  /** Of the portfolio, where it asks how far one is kept. */
  promise?: string;
  /** Null where so few answered, or all so much alike, that it would tell who said what. */
  shown: Shown | null;
  /**
   * Words that somebody allowed to be quoted, in the order of the alphabet: not who, nor when. Words
   * that are held back are there without themselves, so that they are counted.
   */
  quotes: RecordedQuote[];
  /** Why the fewer answered as they did, in wording that was agreed with them. */
  reasons?: string;
}

/** Words that were written with an answer. */
export interface RecordedQuote {
  id: string;
  /** Null where they are held back. */
  words: string | null;
  heldFor: HeldFor | null;
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

/** A record of an earlier version: it has no points, and its quotes are words alone. */
interface EarlierRecord extends Omit<WorkshopRecord, 'points' | 'rounds'> {
  points?: RecordedPoint[];
  rounds?: { id: RoundKind; questions: EarlierQuestion[] }[];
}

interface EarlierQuestion extends Omit<RecordedQuestion, 'quotes'> {
  quotes: (RecordedQuote | string)[];
}

/** Return a record as it was kept, by this version or an earlier one. */
export function readRecordText(text: string): WorkshopRecord {
  const kept = JSON.parse(text) as EarlierRecord;
  const rounds = (kept.rounds ?? []).map(({ id, questions }) => ({
    id,
    questions: questions.map((question) => ({
      ...question,
      quotes: question.quotes.map((quote, at) =>
        typeof quote === 'string'
          ? { id: `${question.id} ${at}`, words: quote, heldFor: null }
          : quote,
      ),
    })),
  }));
  return { ...kept, rounds, points: kept.points ?? [] };
}

/** What can still be written once nothing but the record is left. */
export type LateDeed = Extract<HostDeed, { act: 'replied' | 'held back' }>;

/** Return a record with what was written later; null where it has nothing of that name. */
export function amendRecord(record: WorkshopRecord, deed: LateDeed): WorkshopRecord | null {
  const { points, rounds } = record;
  if (points.some(({ id }) => id === deed.point)) {
    return { ...record, points: points.map((one) => (one.id === deed.point ? amend(one) : one)) };
  }
  const quotes = rounds.flatMap((round) => round.questions).flatMap((one) => one.quotes);
  if (deed.act === 'replied' || !quotes.some(({ id }) => id === deed.point)) return null;
  const gone = { id: deed.point, words: null, heldFor: deed.because };
  return {
    ...record,
    rounds: rounds.map(({ id, questions }) => ({
      id,
      questions: questions.map((question) => ({
        ...question,
        quotes: question.quotes.map((quote) => (quote.id === deed.point ? gone : quote)),
      })),
    })),
  };

  function amend(point: RecordedPoint): RecordedPoint {
    if (deed.act === 'replied') return { ...point, reply: deed.reply };
    return { ...point, about: null, words: null, heldFor: deed.because };
  }
}

/** Return how many words of a record are held back: of points, and with answers. */
export function countHeld({ points, rounds }: Pick<WorkshopRecord, 'points' | 'rounds'>): number {
  const quotes = rounds.flatMap(({ questions }) => questions.flatMap((one) => one.quotes));
  return [...points, ...quotes].filter(({ heldFor }) => heldFor !== null).length;
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
          quotes: recordedQuotes(room, question.id),
          ...(room.reasons.get(question.id) ? { reasons: room.reasons.get(question.id) } : {}),
        })),
      };
    }),
    points: recordedPoints(room),
  };
}

function recordedQuotes(room: Room, question: string): RecordedQuote[] {
  return wordsWritten(room, question, 'all')
    .filter(({ mayQuote, heldFor }) => mayQuote || heldFor !== null)
    .map(({ id, text, heldFor }, at) => ({
      ...{ id: id || `${question} ${at}`, words: heldFor ? null : text, heldFor },
    }));
}
