import type { EndingCurves } from '../comparison/summary.ts';
import { lengthOfTime } from './durations.ts';
import { ENDINGS } from './endings.ts';
import { outOf } from './frequencies.ts';
import { capitalised, listOf } from './numbers.ts';

/** Shares, per 100, of the relationships begun that have ended in each way by a day. */
export interface EndedBy {
  cutShort: number;
  asPlanned: number;
  other: number;
  stillGoing: number;
}

/** Sum a scenario's curves by kind of ending, at the last day given that is not after `day`. */
export function endedBy(curves: EndingCurves, day: number): EndedBy {
  const index = curves.days.findLastIndex((at) => at <= day);
  const sum = (kind: string) =>
    ENDINGS.filter((ending) => ending.kind === kind)
      .map(({ id }) => curves.shares[curves.reasons.indexOf(id)]?.[index] ?? 0)
      .reduce((total, share) => total + share * 100, 0);
  const ended = { cutShort: sum('cut-short'), asPlanned: sum('as-planned'), other: sum('other') };
  return { ...ended, stillGoing: 100 - ended.cutShort - ended.asPlanned - ended.other };
}

/**
 * "Within 2 years, 45 of 100 relationships begun are cut short as it is and 37
 * with three-year awards." `panels` name the scenarios as they read in a
 * sentence; without a panel there is nothing to say.
 */
export function endingsSentence(
  panels: readonly { words: string; curves: EndingCurves }[],
  day: number,
): string {
  const known = panels.filter(({ curves }) => curves.reasons.length > 0 && curves.days.length > 0);
  if (known.length === 0) return 'Cannot tell how relationships end.';
  const clauses = known.map(({ words, curves }, index) => {
    const { cutShort } = endedBy(curves, day);
    if (index > 0) return `${outOf(cutShort, '').replace(/ of 100$/, '')} ${words}`;
    return `${outOf(cutShort, 'relationships begun')} are cut short ${words}`;
  });
  return capitalised(`within ${lengthOfTime(day)}, ${listOf(clauses)}.`);
}
