import { fail, redirect } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { askAuth } from '$lib/server/accounts/sign-in-request.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ token: url.searchParams.get('token') ?? '' });

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const field = (name: string) => String(form.get(name) ?? '').slice(0, 256);
    const [token, newPassword] = [field('token'), field('password')];
    if (newPassword.length < 12) return fail(400, { problem: 'password' as const });
    const body = { token, newPassword };
    const response = await askAuth(await appAccounts(), locals.caller, '/reset-password', body);
    if (response.status === 429) return fail(429, { problem: 'too often' as const });
    if (!response.ok) return fail(400, { problem: 'used' as const });
    redirect(303, '/sign-in');
  },
};
