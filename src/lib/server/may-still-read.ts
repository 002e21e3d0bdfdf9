import type { Person } from './accounts/roles.ts';
import { rolesOf } from './accounts/person-of.ts';
import { mayDo } from './permissions.ts';
import type { Store } from './store/store.ts';

/**
 * Whether somebody whom a route let in may still read there: their session goes on, and their roles
 * are enough. It lengthens no session, as asking who they are would.
 */
export async function mayStillRead(
  { db }: Pick<Store, 'db'>,
  person: Person,
  route: string,
  now: Date,
): Promise<boolean> {
  const session = await db
    .selectFrom('auth_session')
    .select('expiresAt')
    .where('id', '=', person.session.id)
    .executeTakeFirst();
  if (!session || new Date(session.expiresAt) <= now) return false;
  const roles = await rolesOf(db, person.id);
  return mayDo({ route, method: 'GET', search: '' }, { ...person, roles }).kind === 'allowed';
}
