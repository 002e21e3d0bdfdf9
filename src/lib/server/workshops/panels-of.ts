import type { Kysely } from 'kysely';
import { panelOf, type Panel } from '../../workshop/panels.ts';
import { countHeld, readRecordText, type WorkshopRecord } from '../../workshop/record.ts';
import type { Tables } from '../store/tables.ts';

export interface KeptRecord {
  /** Of the workshop. */
  id: string;
  /** ISO date: until then people can take back what they said; null where a backup was restored. */
  withdrawUntil: string | null;
  record: WorkshopRecord;
}

/** Return what the text of a snapshot tells of a record besides what is in it. */
export function toldOf(record: WorkshopRecord): { panel: Panel; held: number } {
  return { panel: panelOf(record), held: countHeld(record) };
}

/**
 * Return what stays of the workshops about one portfolio in which somebody took part and that were
 * no rehearsals, the newest first.
 */
export async function recordsAbout(db: Kysely<Tables>, portfolio: string): Promise<KeptRecord[]> {
  const rows = await db
    .selectFrom('workshop_record')
    .leftJoin('workshop', 'workshop.id', 'workshop_record.workshop')
    .select(['workshop_record.workshop as id', 'withdraw_until as withdrawUntil', 'record'])
    .execute();
  return rows
    .map(({ record, ...rest }) => ({ ...rest, record: readRecordText(record) }))
    .filter(
      ({ record }) => record.portfolio === portfolio && record.tookPart > 0 && !record.isRehearsal,
    )
    .sort((a, b) => (a.record.heldOn < b.record.heldOn ? 1 : -1));
}

export async function panelsOf(db: Kysely<Tables>, portfolio: string): Promise<Panel[]> {
  return (await recordsAbout(db, portfolio)).map(({ record }) => panelOf(record));
}
