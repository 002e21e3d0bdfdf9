/** Cards to lay on a table: one for each thing that can be chosen, in plain words. */
import type { WorkshopPlan } from '../workshop/plan.ts';
import { inEnglish } from './join-words-english.ts';
import { leverNowOf, leverRange } from './lever-words.ts';

export interface OptionCard {
  id: string;
  /** Id of the question that it belongs to, to which its picture leads. */
  question: string;
  /** The round, as a phone names it. */
  round: string;
  text: string;
  /** What else should be known of it, a line each. */
  about: string[];
}

/** Return the cards of a workshop, in the order in which its rounds come. */
export function optionCards({ rounds }: WorkshopPlan): OptionCard[] {
  return rounds.flatMap(({ id: kind, questions }) => {
    const round = inEnglish.rounds[kind];
    return questions.flatMap((question): OptionCard[] => {
      const of = { question: question.id, round };
      switch (question.kind) {
        case 'rank':
        case 'tokens':
          return question.options.map(({ id, text }) => ({ id, ...of, text, about: [] }));
        case 'design':
          return question.levers.map((lever) => ({
            ...{ id: lever.id, ...of, text: lever.ask },
            about: [inEnglish.design.now(leverNowOf(lever)), leverRange(lever)],
          }));
        case 'rate':
          return [{ id: question.id, ...of, text: question.ask, about: [inEnglish.rateHow] }];
        case 'agree':
          // There is nothing to lay on a table of what is on the screen only.
          return kind === 'see'
            ? []
            : [{ id: question.id, ...of, text: question.ask, about: ['Do you agree?'] }];
      }
    });
  });
}
