import { recordAct } from '../store/acts.ts';
import type { Store } from '../store/store.ts';
import { OWNER_EMAIL } from './auth.ts';

/**
 * Take an account away, with its name, its e-mail address and every way in; false where there is
 * none, or it is that of whoever runs the server. What was done with it stays, as it is by role.
 */
export async function closeAccount(store: Store, person: string, at: string): Promise<boolean> {
  return store.write(async (transaction) => {
    // Sessions, passwords, second factors and roles go with it.
    const closed = await transaction
      .deleteFrom('auth_user')
      .where('id', '=', person)
      .where('email', '!=', OWNER_EMAIL)
      .returning('id')
      .executeTakeFirst();
    if (!closed) return false;
    await transaction.deleteFrom('auth_verification').where('value', '=', person).execute();
    const act = { at, byRole: 'owner', act: 'closed an account', subject: `accounts/${person}` };
    await recordAct(transaction, { ...act, detail: {} });
    return true;
  });
}
