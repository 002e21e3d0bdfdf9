import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { recordAct } from '../store/acts.ts';
import type { Store } from '../store/store.ts';
import { isRole, type Role } from './roles.ts';

/** How long an invitation holds. */
export const INVITATION_DAYS = 7;

/** Invite somebody to an account with some roles; return what their address holds, kept nowhere else. */
export async function invite(store: Store, roles: readonly Role[], now: Date): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const at = now.toISOString();
  const id = randomUUID();
  await store.write(async (transaction) => {
    await transaction
      .insertInto('auth_invitation')
      .values({
        id,
        token_hash: hashOf(token),
        roles: JSON.stringify(roles),
        made_at: at,
        expires_at: new Date(now.getTime() + INVITATION_DAYS * 86_400_000).toISOString(),
        used_at: null,
      })
      .execute();
    const act = { at, byRole: 'owner', act: 'invited', subject: `invitations/${id}` };
    await recordAct(transaction, { ...act, detail: { roles: [...roles] } });
  });
  return token;
}

/** An invitation that nobody has used yet. */
export interface OpenInvitation {
  id: string;
  roles: Role[];
  /** ISO 8601. */
  madeAt: string;
  until: string;
}

/** Return the invitations that hold, the newest first. */
export async function listInvitations(
  { db }: Pick<Store, 'db'>,
  at: string,
): Promise<OpenInvitation[]> {
  const rows = await db
    .selectFrom('auth_invitation')
    .selectAll()
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .orderBy('made_at', 'desc')
    .execute();
  return rows.map(({ id, roles, made_at, expires_at }) => ({
    ...{ id, roles: rolesIn(roles), madeAt: made_at, until: expires_at },
  }));
}

/** Take an invitation back; false where it was used meanwhile, or never was. */
export async function revokeInvitation(store: Store, id: string, at: string): Promise<boolean> {
  return store.write(async (transaction) => {
    const revoked = await transaction
      .deleteFrom('auth_invitation')
      .where('id', '=', id)
      .where('used_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!revoked) return false;
    const act = { at, byRole: 'owner', act: 'took back an invitation' };
    await recordAct(transaction, { ...act, subject: `invitations/${id}`, detail: {} });
    return true;
  });
}

/** Return the roles of an invitation that holds; null where it was used, is past, or never was. */
export async function readInvitation(
  { db }: Pick<Store, 'db'>,
  token: string,
  at: string,
): Promise<Role[] | null> {
  const row = await db
    .selectFrom('auth_invitation')
    .select('roles')
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return row ? rolesIn(row.roles) : null;
}

/**
 * Use an invitation up: `makeAccount` makes the account and returns its id, or null where that cannot
 * be, and the invitation holds again. Of two that use it at once, one gets null.
 */
export async function useInvitation(
  store: Store,
  token: string,
  at: string,
  makeAccount: () => Promise<string | null>,
): Promise<string | null> {
  const token_hash = hashOf(token);
  const taken = await store.db
    .updateTable('auth_invitation')
    .set({ used_at: at })
    .where('token_hash', '=', token_hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning(['id', 'roles'])
    .executeTakeFirst();
  if (!taken) return null;
  const person = await makeAccount();
  if (person === null) {
    const again = store.db.updateTable('auth_invitation').set({ used_at: null });
    await again.where('token_hash', '=', token_hash).execute();
    return null;
  }
  const roles = rolesIn(taken.roles);
  await store.write(async (transaction) => {
    const rows = roles.map((role) => ({ user_id: person, role, given_at: at }));
    if (rows.length > 0) await transaction.insertInto('auth_role').values(rows).execute();
    const act = { at, byRole: roles[0] ?? 'reader', act: 'made an account' };
    await recordAct(transaction, { ...act, subject: `accounts/${person}`, detail: { roles } });
  });
  return person;
}

const rolesIn = (kept: string) => (JSON.parse(kept) as string[]).filter(isRole);

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
