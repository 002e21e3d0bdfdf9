import { fail, redirect } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { giveOwnerRoles } from '$lib/server/accounts/owner-link.ts';
import { askAuth } from '$lib/server/accounts/sign-in-request.ts';
import { setCookies } from '../set-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ token: url.searchParams.get('token') ?? '' });

/** The address is opened by reading, which must not use it up: a button does. */
export const actions: Actions = {
  default: async ({ request, locals, cookies }) => {
    const token = (await request.formData()).get('token');
    if (typeof token !== 'string' || !/^[a-zA-Z]{32}$/.test(token))
      return fail(400, { used: true });
    const accounts = await appAccounts();
    const response = await askAuth(accounts, locals.caller, `/magic-link/verify?token=${token}`);
    if (response.status === 429) return fail(429, { tooOften: true });
    if (!response.ok) return fail(400, { used: true });
    setCookies(cookies, response);
    await giveOwnerRoles(accounts.store, new Date().toISOString());
    redirect(303, '/account');
  },
};
