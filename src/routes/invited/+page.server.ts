import { fail, redirect } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { readInvitation, useInvitation } from '$lib/server/accounts/invitations.ts';
import { askAuth } from '$lib/server/accounts/sign-in-request.ts';
import { setCookies } from '../sign-in/set-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
  const token = url.searchParams.get('token') ?? '';
  const { store } = await appAccounts();
  return { token, roles: await readInvitation(store, token, new Date().toISOString()) };
};

export const actions: Actions = {
  default: async ({ request, locals, cookies }) => {
    const form = await request.formData();
    const field = (name: string) => String(form.get(name) ?? '').slice(0, 320);
    const typed = { name: field('name').trim(), email: field('email').trim() };
    const password = field('password');
    if (typed.name === '') return fail(400, { ...typed, problem: 'name' as const });
    if (password.length < 12) return fail(400, { ...typed, problem: 'password' as const });
    const accounts = await appAccounts();
    const made: { response: Response | null } = { response: null };
    const now = new Date().toISOString();
    const person = await useInvitation(accounts.store, field('token'), now, async () => {
      const body = { ...typed, password };
      made.response = await askAuth(accounts, locals.caller, '/sign-up/email', body);
      if (!made.response.ok) return null;
      return ((await made.response.clone().json()) as { user: { id: string } }).user.id;
    });
    if (person === null || !made.response) {
      const problem = made.response ? ('email' as const) : ('used' as const);
      return fail(made.response?.status === 429 ? 429 : 400, { ...typed, problem });
    }
    setCookies(cookies, made.response);
    redirect(303, '/account/second-factor');
  },
};
