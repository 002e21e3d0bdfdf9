/** How often visitors may change something: counted in the store, so that a restart forgives nothing. */
import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Store } from '../store/store.ts';

export interface Pace {
  /** How often within the window. */
  most: number;
  windowMs: number;
}

/** Who and what, as they are counted. */
export interface Counted {
  who: string;
  what: string;
  secret: string;
}

/** Return what stands for who and what in the store. */
export function paceKey({ who, what, secret }: Counted): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([who, what]))
    .digest('hex');
}

/**
 * Count one attempt; return the seconds to wait where it is one too many, and 0 where it is not.
 *
 * `counted` is kept as a keyed hash only.
 */
export async function countAttempt(
  { db }: Pick<Store, 'db'>,
  counted: Counted,
  { most, windowMs }: Pace,
  now: number,
): Promise<number> {
  const key = paceKey(counted);
  // What began later than now was counted by a clock that was wrong; servers differ a little.
  const isOver = sql<boolean>`(pace.began <= ${now - windowMs} or pace.began > ${now + windowMs})`;
  const row = await db
    .insertInto('pace')
    .values({ key, count: 1, began: now })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql`case when ${isOver} then 1 else pace.count + 1 end`,
        began: sql`case when ${isOver} then ${now} else pace.began end`,
      }),
    )
    .returning(['count', 'began'])
    .executeTakeFirstOrThrow();
  const waitMs = Number(row.began) + windowMs - now;
  return row.count <= most ? 0 : Math.max(1, Math.ceil(waitMs / 1000));
}

/** Forget what is older than any window. */
export async function forgetOldPaces({ db }: Pick<Store, 'db'>, before: number): Promise<void> {
  await db.deleteFrom('pace').where('began', '<', before).execute();
}
