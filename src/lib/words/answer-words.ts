/** What somebody answered, as a phone says it back. */
import type { Answer } from '../workshop/answer.ts';
import type { Question } from '../workshop/plan.ts';
import type { JoinWords } from './join-words.ts';

/** An answer in the words it was chosen by; empty for one that does not fit its question. */
export function answerInWords(question: Question, answer: Answer, words: JoinWords): string {
  switch (answer.kind) {
    case 'skip':
      return words.skipped;
    case 'rate':
      return words.ratings[answer.rating];
    case 'agree':
      return words.says[answer.says];
    case 'design': {
      const changes = Object.keys(answer.settings).length;
      return changes === 0 ? words.design.asNow : words.design.changes(changes);
    }
    case 'tokens': {
      if (question.kind !== 'tokens') return '';
      const given = question.options.filter(({ id }) => answer.spent[id] !== undefined);
      return given.map(({ id, text }) => `${text}: ${answer.spent[id]}`).join('; ');
    }
    case 'rank': {
      if (question.kind !== 'rank') return '';
      const text = (id: string) => question.options.find((one) => one.id === id)?.text ?? '';
      return answer.order.map((id, at) => `${at + 1}. ${text(id)}`).join(' ');
    }
  }
}
