import type { Store } from '../store/store.ts';
import { recordAct } from '../store/acts.ts';
import { makeAuth, OWNER_EMAIL } from './auth.ts';
import type { Accounts } from './app-auth.ts';

/**
 * Return an address at which whoever runs this server signs in as its owner: once, and for half an
 * hour. Whoever can start a program on the server's own data may make one.
 */
export async function newOwnerLink(
  { store, secret, settings }: Pick<Accounts, 'store' | 'secret' | 'settings'>,
  address: string,
): Promise<string> {
  let token = '';
  const tell = { onOwnerToken: (made: string) => void (token = made) };
  const auth = makeAuth(store, { ...settings, secret }, tell);
  await auth.api.signInMagicLink({ body: { email: OWNER_EMAIL, name: 'Owner' }, headers: {} });
  return `${address}/sign-in/owner?token=${token}`;
}

/** Make sure that the owner's account has the roles of somebody who works alone. */
export async function giveOwnerRoles(store: Store, at: string): Promise<void> {
  await store.write(async (transaction) => {
    const owner = await transaction
      .selectFrom('auth_user')
      .select('id')
      .where('email', '=', OWNER_EMAIL)
      .executeTakeFirstOrThrow();
    const added = await transaction
      .insertInto('auth_role')
      .values(['owner', 'analyst'].map((role) => ({ user_id: owner.id, role, given_at: at })))
      .onConflict((conflict) => conflict.doNothing())
      .returning('role')
      .execute();
    if (added.length === 0) return;
    const detail = { roles: added.map(({ role }) => role) };
    const act = { at, byRole: 'owner', act: 'gave roles', subject: `accounts/${owner.id}` };
    await recordAct(transaction, { ...act, detail });
  });
}
