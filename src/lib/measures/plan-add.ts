import * as record from '../simulation/replication.ts';
import type { MeasureId } from './catalogue.ts';
import type { By } from './measure.ts';

/** Add a measure to a plan: a ratio, or a mean where the denominator is -1. */
export type Add = (
  id: MeasureId,
  by: By | null,
  numerator: number,
  denominator: number,
  scale: number,
) => void;

/** Waits and what came of referrals: the same for services and for people. */
export function addReferrals(
  add: Add,
  by: By | null,
  at: (column: number) => number,
  years: number,
): void {
  const referred = at(record.REFERRED);
  const started = at(record.STARTED);
  add('referred', by, referred, -1, 1 / years);
  add('started', by, started, -1, 1 / years);
  add('stopped-waiting', by, at(record.STOPPED_WAITING), -1, 1 / years);
  add('turned-away', by, at(record.TURNED_AWAY), -1, 1 / years);
  add('closed-out', by, at(record.CLOSED_OUT), -1, 1 / years);
  add('not-reached', by, at(record.NOT_REACHED), -1, 1 / years);
  add('wait-mean', by, at(record.WAIT_DAYS), started, 1);
  add('waited-under-21-days', by, at(record.STARTED_WITHIN_21), started, 100);
  add('started-by-21-days', by, at(record.STARTED_WITHIN_21), referred, 100);
  add('started-by-42-days', by, at(record.STARTED_WITHIN_42), referred, 100);
  add('stopped-waiting-share', by, at(record.STOPPED_WAITING), referred, 100);
  add('turned-away-share', by, at(record.TURNED_AWAY), referred, 100);
}
