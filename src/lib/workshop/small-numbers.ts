/**
 * The rules for small numbers. In a room people know each other, and a count of one or two tells
 * who said what; so does an answer that everybody gave.
 */

/** Under this many answers nothing is shown split up. */
export const FEWEST_ANSWERS = 5;

/** A room of fewer people than this gets words in place of counts. */
export const FEWEST_FOR_COUNTS = 20;

/** How many of those who answered, as far as it may be said. */
export type Share =
  | { kind: 'count'; count: number; of: number }
  /** None is not told from a few: that nobody said a thing is known of everybody then. */
  | { kind: 'words'; words: ShareWords };

export type ShareWords = 'most' | 'about half' | 'a few or none';

/** Why the answers to a question are not shown. */
export type Withheld = 'too few' | 'all alike';

/** Return a share as it may be shown in a room of so many people. */
export function shareOf(count: number, of: number, people: number): Share {
  if (people >= FEWEST_FOR_COUNTS) return { kind: 'count', count, of };
  const share = of === 0 ? 0 : count / of;
  const words = share > 0.65 ? 'most' : share >= 0.35 ? 'about half' : 'a few or none';
  return { kind: 'words', words };
}

/** Say why answers may not be shown; null where they may. `alike` are the sizes of the parts. */
export function withheld(answers: number, parts: readonly number[]): Withheld | null {
  if (answers < FEWEST_ANSWERS) return 'too few';
  return parts.some((part) => part === answers) ? 'all alike' : null;
}
