import { withoutTurning } from '../portfolio/turning-marks.ts';
import { readSettings, type DesignSettings } from './designs.ts';
import {
  NO_RATINGS,
  RATINGS,
  type NoRating,
  type Question,
  type Rating,
  type TokensQuestion,
} from './plan.ts';

export const SAYS = ['agree', 'disagree', 'pass'] as const;
export type Says = (typeof SAYS)[number];

/** What somebody answers to one question. */
export type Answer =
  | { kind: 'rank'; order: string[] }
  /** By id of the option; those that got none are not there. */
  | { kind: 'tokens'; spent: Record<string, number> }
  | { kind: 'rate'; rating: Rating | NoRating }
  | { kind: 'agree'; says: Says; words?: string; mayQuote?: boolean }
  /**
   * What is set otherwise than now; `show`: it may be put on the screen, as nobody's. `table` tells
   * the facilitator which tables have answered, and goes no further.
   */
  | { kind: 'design'; settings: DesignSettings; show: boolean; table?: number }
  | { kind: 'skip' };

export type GivenDesign = Extract<Answer, { kind: 'design' }>;

/** The most characters of somebody's own words. */
export const LONGEST_WORDS = 2000;

/** An answer as it was read, or why it cannot be one. */
export type ReadAnswer =
  { answer: Answer } | { problem: 'not an answer' | 'too long' | 'too many tokens' | 'no table' };

const none: ReadAnswer = { problem: 'not an answer' };

/** Read what came for a question: nothing is kept of it but what the question asks for. */
export function readAnswer(question: Question, given: unknown): ReadAnswer {
  if (typeof given !== 'object' || given === null) return none;
  const { kind, order, spent, rating, says, words, mayQuote, settings, show, table } =
    given as Record<string, unknown>;
  if (kind === 'skip') return { answer: { kind } };
  if (kind !== question.kind) return none;
  switch (question.kind) {
    case 'rank': {
      if (!Array.isArray(order) || order.length === 0 || order.length > question.most) return none;
      const known = order.filter((id) => question.options.some((option) => option.id === id));
      if (known.length !== order.length || new Set(known).size !== known.length) return none;
      return { answer: { kind: 'rank', order: known as string[] } };
    }
    case 'tokens':
      return readSpent(question, spent);
    case 'rate': {
      const found = [...RATINGS, ...NO_RATINGS].find((one) => one === rating);
      return found ? { answer: { kind: 'rate', rating: found } } : none;
    }
    case 'agree': {
      const found = SAYS.find((one) => one === says);
      if (!found || (words !== undefined && typeof words !== 'string')) return none;
      const text = plainWords(words ?? '');
      if (text.length > LONGEST_WORDS) return { problem: 'too long' };
      const own = text === '' ? {} : { words: text, mayQuote: mayQuote === true };
      return { answer: { kind: 'agree', says: found, ...own } };
    }
    case 'design': {
      const read = readSettings(question.levers, settings);
      if (!read) return none;
      const design = { kind: 'design' as const, settings: read, show: show === true };
      if (question.tables === undefined) return { answer: design };
      const isOne = typeof table === 'number' && Number.isInteger(table) && table >= 1;
      if (!isOne || table > question.tables) return { problem: 'no table' };
      return { answer: { ...design, table } };
    }
  }
}

/** Read what was spent on each option; in their order, so that the order tells nothing. */
function readSpent({ options, tokens }: TokensQuestion, given: unknown): ReadAnswer {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return none;
  const values = new Map(Object.entries(given as Record<string, unknown>));
  const spent: Record<string, number> = {};
  let sum = 0;
  for (const { id } of options) {
    const count = values.get(id) ?? 0;
    values.delete(id);
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 0) return none;
    if (count > 0) spent[id] = count;
    sum += count;
  }
  if (values.size > 0 || sum === 0) return none;
  return sum > tokens ? { problem: 'too many tokens' } : { answer: { kind: 'tokens', spent } };
}

/**
 * Return what somebody wrote without what cannot be seen: control characters, and those that turn
 * the direction of all that follows. Every language and emoji stay as they are.
 */
export function plainWords(text: string): string {
  return withoutTurning(text)
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}|\ufeff/gu, '')
    .trim();
}
