import type { EndingCurves } from '../comparison/summary.ts';
import { ENDINGS } from './endings.ts';

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
