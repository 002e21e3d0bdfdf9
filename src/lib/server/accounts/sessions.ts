import type { Kysely } from 'kysely';
import { recordAct } from '../store/acts.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import { browserName } from './browser-name.ts';

/** A place where somebody is signed in, as they recognise it. */
export interface ListedSession {
  id: string;
  /** “Firefox on Windows”. */
  where: string;
  /** ISO 8601. */
  since: string;
  until: string;
}

/** Return where somebody is signed in, newest first. */
export async function listSessions(
  db: Kysely<Tables>,
  person: string,
  now: Date,
): Promise<ListedSession[]> {
  const rows = await db
    .selectFrom('auth_session')
    .select(['id', 'userAgent', 'createdAt', 'expiresAt'])
    .where('userId', '=', person)
    .orderBy('createdAt', 'desc')
    .execute();
  return rows
    .map(({ id, userAgent, createdAt, expiresAt }) => ({
      id,
      where: browserName(userAgent ?? ''),
      since: new Date(createdAt).toISOString(),
      until: new Date(expiresAt).toISOString(),
    }))
    .filter(({ until }) => until > now.toISOString());
}

/**
 * End sessions of one account, and record who did it by their role; return how many ended.
 *
 * `only` is one session; without it all end but `except`.
 */
export async function endSessions(
  store: Store,
  { person, only, except }: { person: string; only?: string; except?: string },
  byRole: string,
  at: string,
): Promise<number> {
  return store.write(async (transaction) => {
    const ended = await transaction
      .deleteFrom('auth_session')
      .where('userId', '=', person)
      .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
      .$if(except !== undefined, (query) => query.where('id', '!=', except ?? ''))
      .returning('id')
      .execute();
    if (ended.length > 0) {
      const subject = `accounts/${person}`;
      const detail = { sessions: ended.length };
      await recordAct(transaction, { at, byRole, act: 'ended sessions', subject, detail });
    }
    return ended.length;
  });
}
