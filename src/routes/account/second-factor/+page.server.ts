import { fail, redirect } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { askAuth } from '$lib/server/accounts/sign-in-request.ts';
import { setCookies } from '../../sign-in/set-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ owes: locals.person!.owesSecondFactor });

export const actions: Actions = {
  begin: async ({ request, locals }) => {
    const password = String((await request.formData()).get('password') ?? '').slice(0, 256);
    // Whoever has one already would lose it before the new one is proved.
    if (!locals.person!.owesSecondFactor) return fail(400, { problem: 'there' as const });
    const accounts = await appAccounts();
    const response = await askAuth(accounts, locals.caller, '/two-factor/enable', { password });
    if (response.status === 429) return fail(429, { problem: 'too often' as const });
    if (!response.ok) return fail(400, { problem: 'password' as const });
    const { totpURI, backupCodes } = (await response.json()) as Enabled;
    const key = new URL(totpURI).searchParams.get('secret') ?? '';
    return { uri: totpURI, key, backupCodes };
  },
  confirm: async ({ request, locals, cookies }) => {
    const code = String((await request.formData()).get('code') ?? '').replace(/\s/g, '');
    const accounts = await appAccounts();
    const body = { code: code.slice(0, 6) };
    const response = await askAuth(accounts, locals.caller, '/two-factor/verify-totp', body);
    if (response.status === 429) return fail(429, { problem: 'wait for code' as const });
    if (!response.ok) return fail(400, { problem: 'code' as const });
    setCookies(cookies, response);
    redirect(303, '/account');
  },
};

interface Enabled {
  totpURI: string;
  backupCodes: string[];
}
