import type { Store } from './store.ts';

/** Workshops that a backup has nothing of. */
export interface WorkshopsLeftOut {
  /** How many are planned, or being held. */
  withoutRecord: number;
  /** For each whose people can take back what they said: the last day on which they can, an ISO date. */
  openUntil: string[];
}

/** Say which workshops a backup of `today`, an ISO date, has nothing of. */
export async function workshopsLeftOut(store: Store, today: string): Promise<WorkshopsLeftOut> {
  const rows = await store.db
    .selectFrom('workshop')
    .leftJoin('workshop_record', 'workshop_record.workshop', 'workshop.id')
    .select(['withdraw_until as until', 'record'])
    .where((where) =>
      where.or([
        // One whose answers are removed has a record if anybody came.
        where.and([where('record', 'is', null), where('code', 'is not', null)]),
        where.and([where('record', 'is not', null), where('withdraw_until', '>=', today)]),
      ]),
    )
    .orderBy('withdraw_until')
    .execute();
  const open = rows.filter(({ record }) => record !== null);
  return {
    withoutRecord: rows.length - open.length,
    openUntil: open.map(({ until }) => until),
  };
}
