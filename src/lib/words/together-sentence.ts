import type { Summary } from '../comparison/summary.ts';

/** Return what is said of ranges that were widened for several scenarios; empty where they were not. */
export function togetherSentence({ simultaneous }: Summary): string {
  if (!simultaneous) return '';
  const { comparisons, level } = simultaneous;
  return (
    `Ranges of differences for luck in the computing are widened so that ${allOf(comparisons)} comparisons hold ` +
    `together (95%; each by itself ${(level * 100).toFixed(1)}%, after Bonferroni).`
  );
}

/** Return how surely ranges of differences hold, in one sentence without a percentage. */
export function levelSentence({ simultaneous }: Pick<Summary, 'simultaneous'>): string {
  if (!simultaneous) {
    return '95 of 100 ranges found like this hold the answer that endless runs would give.';
  }
  return (
    'Ranges of differences are widened: in 95 of 100 results found like this, those of a measure for ' +
    `${allOf(simultaneous.comparisons)} scenarios hold, at once, the answers that endless runs would give.`
  );
}

/** What two pages that speak of the same pair do not have in common. */
export const ALONE_SENTENCE =
  'A scenario looked at by itself has narrower ranges than the same one beside others, from as many ' +
  'runs, so a difference may be clear on one page and not on another.';

function allOf(comparisons: number): string {
  return comparisons === 2 ? 'both' : `all ${comparisons}`;
}
