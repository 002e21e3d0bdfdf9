import { fail } from '@sveltejs/kit';
import { listAccounts, setRoles } from '$lib/server/accounts/accounts-list.ts';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { closeAccount } from '$lib/server/accounts/close-account.ts';
import { invite, listInvitations, revokeInvitation } from '$lib/server/accounts/invitations.ts';
import { newPasswordLink } from '$lib/server/accounts/password-link.ts';
import { isRole, ROLES, type Role } from '$lib/server/accounts/roles.ts';
import { endSessions } from '$lib/server/accounts/sessions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const { store } = await appAccounts();
  const now = new Date();
  return {
    accounts: await listAccounts(store.db, now),
    invitations: await listInvitations(store, now.toISOString()),
    roles: ROLES,
  };
};

export const actions: Actions = {
  invite: async ({ request, url }) => {
    const roles = rolesIn(await request.formData());
    if (roles.length === 0) return fail(400, { problem: 'no role' as const });
    const token = await invite((await appAccounts()).store, roles, new Date());
    return { link: `${url.origin}/invited?token=${token}` };
  },
  revoke: async ({ request }) => {
    const id = String((await request.formData()).get('invitation'));
    const { store } = await appAccounts();
    const isBack = await revokeInvitation(store, id, new Date().toISOString());
    if (!isBack) return fail(409, { problem: 'used' as const });
    return { done: 'The invitation is taken back: its address leads nowhere.' };
  },
  roles: async ({ request }) => {
    const form = await request.formData();
    const person = String(form.get('person'));
    const { store } = await appAccounts();
    const isThere = await setRoles(store, person, rolesIn(form), new Date().toISOString());
    return isThere ? { done: 'Its roles are saved.' } : fail(404, { problem: 'gone' as const });
  },
  'end-sessions': async ({ request }) => {
    const person = String((await request.formData()).get('person'));
    const { store } = await appAccounts();
    await endSessions(store, { person }, 'owner', new Date().toISOString());
    return { done: 'That account is signed out everywhere.' };
  },
  'new-password': async ({ request, url }) => {
    const person = String((await request.formData()).get('person'));
    const when = { address: url.origin, at: new Date().toISOString() };
    const link = await newPasswordLink(await appAccounts(), person, when);
    return link ? { passwordLink: link, person } : fail(404, { problem: 'gone' as const });
  },
  close: async ({ request }) => {
    const person = String((await request.formData()).get('person'));
    const { store } = await appAccounts();
    const isClosed = await closeAccount(store, person, new Date().toISOString());
    return isClosed ? { done: 'The account is closed.' } : fail(404, { problem: 'gone' as const });
  },
};

function rolesIn(form: FormData): Role[] {
  return form.getAll('role').map(String).filter(isRole);
}
