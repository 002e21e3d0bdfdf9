import type { Kysely } from 'kysely';
import { panelOf, type Panel } from '../../workshop/panels.ts';
import { readRecordText, type WorkshopRecord } from '../../workshop/record.ts';
import type { Tables } from '../store/tables.ts';

export interface KeptRecord {
  /** Of the workshop. */
  id: string;
  record: WorkshopRecord;
}

/**
 * Return what stays of the workshops about one portfolio in which somebody took part and that were
 * no rehearsals, the newest first.
 */
export async function recordsAbout(db: Kysely<Tables>, portfolio: string): Promise<KeptRecord[]> {
  const rows = await db.selectFrom('workshop_record').select(['workshop', 'record']).execute();
  return rows
    .map(({ workshop, record }) => ({ id: workshop, record: readRecordText(record) }))
    .filter(
      ({ record }) => record.portfolio === portfolio && record.tookPart > 0 && !record.isRehearsal,
    )
    .sort((a, b) => (a.record.heldOn < b.record.heldOn ? 1 : -1));
}

export async function panelsOf(db: Kysely<Tables>, portfolio: string): Promise<Panel[]> {
  return (await recordsAbout(db, portfolio)).map(({ record }) => panelOf(record));
}
