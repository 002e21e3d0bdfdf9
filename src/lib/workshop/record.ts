import type { RoundKind } from './plan.ts';
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
}

/**
 * What stays of a workshop after everything else is removed. Where an answer is not in it, it is
 * nowhere.
 */
export interface WorkshopRecord {
  title: string;
  portfolio: string;
  portfolioTitle: string;
  /** ISO date. */
  heldOn: string;
  tookPart: number;
  onPaper: number;
  /** How many took back everything they had said. */
  withdrew: number;
  rounds: { id: RoundKind; questions: RecordedQuestion[] }[];
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
        })),
      };
    }),
  };
}
