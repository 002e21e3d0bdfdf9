/** The form in which a question is answered: what its fields are called, and how it is read. */
import type { DesignQuestion, Question, TokensQuestion } from './plan.ts';

export const FIELDS = {
  question: 'question',
  key: 'key',
  /** The choice: a rating, an opinion, or what comes next in a ranking. */
  choice: 'choice',
  /** What was chosen before in a ranking, with commas between. */
  picked: 'picked',
  words: 'words',
  mayQuote: 'may-quote',
  /** Of a design: that it may be shown to everybody. */
  show: 'show',
  /** Of a design: the number of the table that made it. */
  table: 'table',
  /** Which button was pressed; absent for the one that goes on. */
  does: 'does',
} as const;

/** The field of a lever in the form of a design. */
export function leverField(lever: string): string {
  return `lever ${lever}`;
}

/** The field of an option that tokens can be spent on. */
export function tokenField(option: string): string {
  return `tokens ${option}`;
}

/** What a form says: an answer still to be read, or nothing where nothing was chosen. */
export interface FormAnswer {
  answer: unknown;
  /** In a ranking: what was chosen so far, where another may follow. */
  picked: string[];
  /** Whether the same question goes on. */
  goesOn: boolean;
}

export function answerOfForm(
  question: Question,
  field: (name: string) => string | null,
): FormAnswer | null {
  const before = (field(FIELDS.picked) ?? '').split(',').filter((id) => id !== '');
  const isEnough = field(FIELDS.does) === 'enough';
  if (field(FIELDS.does) === 'skip' && before.length === 0) return done({ kind: 'skip' });
  const choice = field(FIELDS.choice);
  if (question.kind === 'rank') {
    if (isEnough || field(FIELDS.does) === 'skip') return done({ kind: 'rank', order: before });
    if (choice === null) return null;
    const picked = [...before, choice];
    const goesOn = picked.length < question.most;
    return { answer: { kind: 'rank', order: picked }, picked, goesOn };
  }
  if (question.kind === 'tokens') return tokensOfForm(question, field);
  if (question.kind === 'design') return done(designOfForm(question, field));
  if (choice === null) return null;
  if (question.kind === 'rate') return done({ kind: 'rate', rating: choice });
  const words = field(FIELDS.words) ?? '';
  const mayQuote = field(FIELDS.mayQuote) === 'yes';
  return done({ kind: 'agree', says: choice, words, mayQuote });
}

/** Read what was spent; nothing where every field is empty. */
function tokensOfForm(
  { options }: TokensQuestion,
  field: (name: string) => string | null,
): FormAnswer | null {
  const spent = options.flatMap(({ id }): [string, number][] => {
    const text = (field(tokenField(id)) ?? '').trim();
    return text === '' ? [] : [[id, Number(text)]];
  });
  return spent.length === 0 ? null : done({ kind: 'tokens', spent: Object.fromEntries(spent) });
}

/** Read the levers of a form; a field that is empty leaves its lever as it is now. */
function designOfForm(
  { levers, by }: DesignQuestion,
  field: (name: string) => string | null,
): unknown {
  const set = levers.flatMap((lever): [string, unknown][] => {
    const text = field(leverField(lever.id)) ?? '';
    if (text === '') return [];
    return [[lever.id, lever.kind === 'number' ? Number(text) : text]];
  });
  // A person's is never told from the others; a table decides for itself.
  const show = by === 'persons' || field(FIELDS.show) === 'yes';
  const table = field(FIELDS.table) ?? '';
  const of = table === '' ? {} : { table: Number(table) };
  return { kind: 'design', settings: Object.fromEntries(set), show, ...of };
}

const done = (answer: unknown): FormAnswer => ({ answer, picked: [], goesOn: false });
