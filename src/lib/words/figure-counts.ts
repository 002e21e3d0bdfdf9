import { wholeNumber } from './numbers.ts';

/** How many figures of a model are decided (posts, terms, opening hours, money), and how the rest is known. */
export interface FigureCounts {
  decided: number;
  /** Not decided, but known more or less. */
  known: number;
  /** Of those known, how many are assumptions or judgement. */
  weak: number;
}

/** Where all figures were counted: how many are decided, and how many of the others are weak. */
export function countsInWords({ decided, known, weak }: FigureCounts): string {
  const weakly = `${wholeNumber(weak)} ${weak === 1 ? 'is an assumption or judgement' : 'are assumptions or judgement'}`;
  if (decided === 0) return `Of these, ${weakly}.`;
  const chosen = `${wholeNumber(decided)} of these ${decided === 1 ? 'is' : 'are'} decided, such as posts, terms and money.`;
  return known === 0 ? chosen : `${chosen} Of the other ${wholeNumber(known)}, ${weakly}.`;
}

/** Where only those that are known were counted: how many were left out, and why; empty for none. */
export function leftOutInWords({ decided }: Pick<FigureCounts, 'decided'>): string {
  if (decided === 0) return '';
  return decided === 1
    ? '1 more is decided, not known, and is not counted here.'
    : `${wholeNumber(decided)} more are decided, such as posts, terms and money, and are not counted here.`;
}
