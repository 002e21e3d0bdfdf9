import { fail, redirect } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { REFUSED } from '$lib/server/accounts/auth.ts';
import { askAuth } from '$lib/server/accounts/sign-in-request.ts';
import { setCookies } from './set-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  isSignedIn: locals.person !== null,
  organisation: (await appAccounts()).settings.organisation?.name ?? null,
});

export const actions: Actions = {
  password: async ({ request, locals, cookies }) => {
    const form = await request.formData();
    const email = String(form.get('email') ?? '').slice(0, 320);
    const password = String(form.get('password') ?? '').slice(0, 256);
    const accounts = await appAccounts();
    const body = { email, password };
    const response = await askAuth(accounts, locals.caller, '/sign-in/email', body);
    if (response.status === 429) return fail(429, { email, problem: 'too often' as const });
    if (!response.ok) return fail(400, { email, problem: 'wrong' as const });
    setCookies(cookies, response);
    const said = (await response.json()) as { twoFactorRedirect?: boolean };
    redirect(303, said.twoFactorRedirect ? '/sign-in/code' : '/account/second-factor');
  },
  organisation: async ({ locals, cookies }) => {
    const response = await askAuth(await appAccounts(), locals.caller, '/sign-in/social', {
      provider: 'organisation',
      callbackURL: '/account',
      errorCallbackURL: REFUSED,
    });
    if (!response.ok) return fail(502, { email: '', problem: 'organisation' as const });
    setCookies(cookies, response);
    // Sending a form on to another origin is forbidden to our pages, redirects included; whoever
    // reads a page may go anywhere.
    return { goOn: ((await response.json()) as { url: string }).url };
  },
};
