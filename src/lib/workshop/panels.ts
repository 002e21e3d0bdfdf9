/** What panels said of a portfolio, for the pages that show it beside what the model says. */
import type { WorkshopRecord } from './record.ts';
import type { Shown } from './results.ts';
import type { Share } from './small-numbers.ts';

export interface Panel {
  title: string;
  /** ISO date. */
  heldOn: string;
  tookPart: number;
  /** What came first for the panel, question by question; several where they came out equal. */
  first: {
    /** By a ranking, or by tokens that were spent. */
    by: 'rank' | 'tokens';
    ask: string;
    text: string;
    share: Share;
    isEqual: boolean;
  }[];
  /** How far each promise is kept; `shown` is null where it would tell who said what. */
  ratings: { promise: string; shown: Extract<Shown, { kind: 'rate' }> | null }[];
}

/** Return what a record says of its portfolio. */
export function panelOf({ title, heldOn, tookPart, rounds }: WorkshopRecord): Panel {
  const questions = rounds.flatMap((round) => round.questions);
  return {
    ...{ title, heldOn, tookPart },
    first: questions.flatMap(({ ask, shown }) => {
      if (shown?.kind !== 'rank' && shown?.kind !== 'tokens') return [];
      const first = shown.order.filter(({ place }) => place === 1);
      return first.map(({ text, share }) => ({
        ...{ by: shown.kind, ask, text, share, isEqual: first.length > 1 },
      }));
    }),
    ratings: questions.flatMap(({ promise, shown }) => {
      if (promise === undefined) return [];
      return [{ promise, shown: shown?.kind === 'rate' ? shown : null }];
    }),
  };
}
