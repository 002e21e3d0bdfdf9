import { fail, redirect } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { tryCode } from '$lib/server/workshops/guesses.ts';
import { noteReach } from '$lib/server/workshops/hall-reach.ts';
import { findByCode } from '$lib/server/workshops/workshop-log.ts';
import { readCode } from '$lib/workshop/join-code.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals }) => {
  noteReach(locals.caller.address, new Date().toISOString());
  return { isWrong: url.searchParams.has('wrong'), mustWait: url.searchParams.has('wait') };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const typed = String((await request.formData()).get('code') ?? '').slice(0, 40);
    const code = readCode(typed);
    const { store, secret } = await appAccounts();
    const workshop = code ? await findByCode(store.db, code) : null;
    const guesser = { address: locals.caller.address, secret };
    const seconds = await tryCode(store, workshop?.id ?? null, guesser, Date.now());
    if (workshop && seconds === 0) redirect(303, `/join/${code}`);
    return fail(seconds > 0 ? 429 : 400, { typed, seconds });
  },
};
