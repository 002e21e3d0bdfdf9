import { recordAct } from '../store/acts.ts';
import type { Accounts } from './app-auth.ts';
import { makeAuth } from './auth.ts';
import { hasPassword } from './person-of.ts';

/**
 * Return an address at which somebody who lost their password or their second factor sets both up
 * anew: once, and for a day. An earlier one ends. Null for an account that has no password.
 */
export async function newPasswordLink(
  { store, secret, settings }: Pick<Accounts, 'store' | 'secret' | 'settings'>,
  person: string,
  { address, at }: { address: string; at: string },
): Promise<string | null> {
  if (!(await hasPassword(store.db, person))) return null;
  const { email } = await store.write(async (transaction) => {
    await transaction.deleteFrom('auth_verification').where('value', '=', person).execute();
    const subject = `accounts/${person}`;
    const act = { at, byRole: 'owner', act: 'let somebody set a new password', subject };
    await recordAct(transaction, { ...act, detail: {} });
    return transaction
      .selectFrom('auth_user')
      .select('email')
      .where('id', '=', person)
      .executeTakeFirstOrThrow();
  });
  let token = '';
  const tell = { onPasswordToken: (made: string) => void (token = made) };
  const auth = makeAuth(store, { ...settings, secret }, tell);
  await auth.api.requestPasswordReset({ body: { email }, headers: {} });
  return `${address}/sign-in/new-password?token=${token}`;
}
