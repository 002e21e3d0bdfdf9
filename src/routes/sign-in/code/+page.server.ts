import { fail, redirect } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { askAuth } from '$lib/server/accounts/sign-in-request.ts';
import { setCookies } from '../set-cookies.ts';
import type { Actions } from './$types';

/** The second step of signing in: a code of the app, or one of the spare ones. */
export const actions: Actions = {
  default: async ({ request, locals, cookies }) => {
    const typed = String((await request.formData()).get('code') ?? '').replace(/\s/g, '');
    const code = typed.slice(0, 40);
    const path = /^\d{6}$/.test(code) ? 'verify-totp' : 'verify-backup-code';
    const accounts = await appAccounts();
    const response = await askAuth(accounts, locals.caller, `/two-factor/${path}`, { code });
    if (response.status === 429) return fail(429, { problem: 'too often' as const });
    if (!response.ok) return fail(400, { problem: 'wrong' as const });
    setCookies(cookies, response);
    redirect(303, '/account');
  },
};
