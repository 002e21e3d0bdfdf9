import { recordAct } from '../store/acts.ts';
import type { Store } from '../store/store.ts';

/** Take away the second factor of an account that has a new password, and end what began with it. */
export async function endSecondFactor(store: Store, person: string, at: string): Promise<void> {
  await store.write(async (transaction) => {
    await transaction.deleteFrom('auth_two_factor').where('userId', '=', person).execute();
    await transaction.deleteFrom('auth_session').where('userId', '=', person).execute();
    await transaction
      .updateTable('auth_user')
      .set({ twoFactorEnabled: null })
      .where('id', '=', person)
      .execute();
    const first = await transaction
      .selectFrom('auth_role')
      .select('role')
      .where('user_id', '=', person)
      .orderBy('role')
      .executeTakeFirst();
    const byRole = first?.role ?? 'reader';
    const act = { at, byRole, act: 'set a new password', subject: `accounts/${person}` };
    await recordAct(transaction, { ...act, detail: {} });
  });
}
