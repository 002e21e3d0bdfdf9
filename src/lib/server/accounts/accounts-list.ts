import type { Kysely } from 'kysely';
import { recordAct } from '../store/acts.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import { OWNER_EMAIL } from './auth.ts';
import { isRole, type Role } from './roles.ts';

export interface ListedAccount {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  /** How many browsers are signed in. */
  sessions: number;
  /** The account of whoever runs this server: it stays the owner's. */
  isServers: boolean;
  /** Roles that cannot be taken from it. */
  kept: Role[];
  /** It signs in with a password, which can be lost. */
  hasPassword: boolean;
}

/** Return every account, in the order of their names. */
export async function listAccounts(db: Kysely<Tables>, now: Date): Promise<ListedAccount[]> {
  const people = await db.selectFrom('auth_user').select(['id', 'name', 'email']).execute();
  const roles = await db.selectFrom('auth_role').select(['user_id', 'role']).execute();
  const sessions = await db.selectFrom('auth_session').select(['userId', 'expiresAt']).execute();
  const passwords = await db
    .selectFrom('auth_account')
    .select('userId')
    .where('providerId', '=', 'credential')
    .execute();
  return people
    .map(({ id, name, email }) => ({
      ...{ id, name, email, isServers: email === OWNER_EMAIL, kept: keptBy(email) },
      hasPassword: passwords.some((one) => one.userId === id),
      roles: roles.flatMap((one) => (one.user_id === id && isRole(one.role) ? one.role : [])),
      sessions: sessions.filter((one) => one.userId === id && new Date(one.expiresAt) > now).length,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Give an account these roles and no others; false where there is no such account. */
export async function setRoles(
  store: Store,
  person: string,
  wanted: readonly Role[],
  at: string,
): Promise<boolean> {
  return store.write(async (transaction) => {
    const account = await transaction
      .selectFrom('auth_user')
      .select('email')
      .where('id', '=', person)
      .executeTakeFirst();
    if (!account) return false;
    const roles = [...new Set([...wanted, ...keptBy(account.email)])];
    await transaction.deleteFrom('auth_role').where('user_id', '=', person).execute();
    const rows = roles.map((role) => ({ user_id: person, role, given_at: at }));
    if (rows.length > 0) await transaction.insertInto('auth_role').values(rows).execute();
    const act = { at, byRole: 'owner', act: 'gave roles', subject: `accounts/${person}` };
    await recordAct(transaction, { ...act, detail: { roles } });
    return true;
  });
}

function keptBy(email: string): Role[] {
  return email === OWNER_EMAIL ? ['owner'] : [];
}
