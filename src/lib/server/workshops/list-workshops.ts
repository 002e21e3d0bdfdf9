import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { phaseOf, type Phase } from '../../workshop/views.ts';
import { readRecord, readRoom } from './workshop-log.ts';

export interface ListedWorkshop {
  id: string;
  title: string;
  portfolioTitle: string;
  begunAt: string;
  /** `removed` once nothing but the record is left. */
  phase: Phase | 'removed';
}

/** Return all workshops, the one planned last first. */
export async function listWorkshops(db: Kysely<Tables>): Promise<ListedWorkshop[]> {
  const rows = await db.selectFrom('workshop').selectAll().orderBy('begun_at', 'desc').execute();
  const listed: ListedWorkshop[] = [];
  for (const { id, code, begun_at: begunAt } of rows) {
    const room = code === null ? null : await readRoom(db, id);
    const about = room?.plan ?? (await readRecord(db, id));
    if (!about) continue;
    const { title, portfolioTitle } = about;
    listed.push({ id, title, portfolioTitle, begunAt, phase: room ? phaseOf(room) : 'removed' });
  }
  return listed;
}
