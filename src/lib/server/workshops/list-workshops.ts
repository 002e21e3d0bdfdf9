import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { phaseOf, type Phase } from '../../workshop/views.ts';
import { readRecordText } from '../../workshop/record.ts';
import { readRecord, readRoom } from './workshop-log.ts';

export interface ListedWorkshop {
  id: string;
  title: string;
  portfolioTitle: string;
  /** Null where a backup was restored, which has its record alone. */
  begunAt: string | null;
  /** ISO date; empty where no round was opened. */
  heldOn: string;
  /** `removed` once nothing but the record is left. */
  phase: Phase | 'removed';
}

/** Return all workshops, the one planned last first, and after them those with a record alone. */
export async function listWorkshops(db: Kysely<Tables>): Promise<ListedWorkshop[]> {
  const rows = await db.selectFrom('workshop').selectAll().orderBy('begun_at', 'desc').execute();
  const listed: ListedWorkshop[] = [];
  for (const { id, code, begun_at: begunAt } of rows) {
    const room = code === null ? null : await readRoom(db, id);
    const record = await readRecord(db, id);
    const about = room?.plan ?? record;
    if (!about) continue;
    const { title, portfolioTitle } = about;
    const phase = room ? phaseOf(room) : 'removed';
    listed.push({ id, title, portfolioTitle, begunAt, heldOn: record?.heldOn ?? '', phase });
  }
  return [...listed, ...(await recordsAlone(db))];
}

async function recordsAlone(db: Kysely<Tables>): Promise<ListedWorkshop[]> {
  const rows = await db
    .selectFrom('workshop_record')
    .leftJoin('workshop', 'workshop.id', 'workshop_record.workshop')
    .select(['workshop_record.workshop as id', 'record'])
    .where('workshop.id', 'is', null)
    .orderBy('kept_at', 'desc')
    .execute();
  return rows.map(({ id, record }) => {
    const { title, portfolioTitle, heldOn } = readRecordText(record);
    return { id, title, portfolioTitle, begunAt: null, heldOn, phase: 'removed' };
  });
}
