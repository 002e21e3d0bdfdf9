import type { Direction } from './changes.ts';

/** How one measure is said. */
export interface MeasureWords {
  title: string;
  /** Of whom a "37 of 100" is, or what a bare number counts. */
  who: string;
  /**
   * The sentence about a figure, `{}` standing for it: "{} are cut short".
   * The second form goes with the figure one.
   */
  says: [many: string, one: string];
  /** Where "fewer" and "more" are not the words. */
  direction?: Direction;
}

export const LONGER: Direction = { less: 'shorter', more: 'longer' };

/** A measure with a title and a sentence, or one for many and one for one. */
export function words(title: string, many: string, one = many): MeasureWords {
  return { title, who: '', says: [many, one] };
}

/** A measure that counts of a hundred of somebody. */
export function ofHundred(title: string, who: string, many: string, one: string): MeasureWords {
  return { title, who, says: [`{} ${many}`, `{} ${one}`] };
}
