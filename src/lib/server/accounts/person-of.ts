import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { Accounts } from './app-auth.ts';
import { isRole, type Person } from './roles.ts';
import { authHeaders, type Caller } from './sign-in-request.ts';

/** The cookie that holds a session, with and without the mark of https. */
const SESSION_COOKIE = /(?:^|;\s*)(?:__Secure-)?bide\.session_token=/;

/** Whether a request has a session to be looked up: most readers have none. */
export function hasSession(headers: Headers): boolean {
  return SESSION_COOKIE.test(headers.get('cookie') ?? '');
}

/**
 * Return who is signed in, and cookies to be sent back; null where the session has ended or never
 * was. Whoever has a password but no second factor yet has no roles.
 */
export async function personOf(
  { auth, store, secret }: Accounts,
  caller: Caller,
): Promise<{ person: Person | null; cookies: string[] }> {
  const { response, headers } = await auth.api.getSession({
    headers: new Headers(authHeaders(caller, secret)),
    returnHeaders: true,
  });
  const cookies = headers.getSetCookie();
  if (!response) return { person: null, cookies };
  const { user, session } = response;
  const owesSecondFactor = !user.twoFactorEnabled && (await hasPassword(store.db, user.id));
  const roles = owesSecondFactor ? [] : await rolesOf(store.db, user.id);
  const { id, token } = session;
  return {
    person: { id: user.id, name: user.name, roles, session: { id, token }, owesSecondFactor },
    cookies,
  };
}

export async function rolesOf(db: Kysely<Tables>, person: string) {
  const rows = await db
    .selectFrom('auth_role')
    .select('role')
    .where('user_id', '=', person)
    .orderBy('role')
    .execute();
  return rows.map(({ role }) => role).filter(isRole);
}

export async function hasPassword(db: Kysely<Tables>, person: string): Promise<boolean> {
  const row = await db
    .selectFrom('auth_account')
    .select('id')
    .where('userId', '=', person)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  return row !== undefined;
}
