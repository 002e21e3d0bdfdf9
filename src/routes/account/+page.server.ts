import { redirect } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { endSessions, listSessions } from '$lib/server/accounts/sessions.ts';
import { askAuth } from '$lib/server/accounts/sign-in-request.ts';
import { setCookies } from '../sign-in/set-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

// The table of permissions lets nobody come here who is not signed in.
export const load: PageServerLoad = async ({ locals }) => {
  const person = locals.person!;
  const { store } = await appAccounts();
  const sessions = await listSessions(store.db, person.id, new Date());
  return {
    name: person.name,
    roles: person.roles,
    owesSecondFactor: person.owesSecondFactor,
    sessions: sessions.map((one) => ({ ...one, isThis: one.id === person.session.id })),
  };
};

export const actions: Actions = {
  leave: async ({ locals, cookies }) => {
    setCookies(cookies, await askAuth(await appAccounts(), locals.caller, '/sign-out', {}));
    redirect(303, '/sign-in');
  },
  end: async ({ request, locals }) => {
    const only = String((await request.formData()).get('session'));
    return { ended: await end(locals, { only }) };
  },
  'end-others': async ({ locals }) => ({
    ended: await end(locals, { except: locals.person!.session.id }),
  }),
};

async function end({ person }: App.Locals, which: { only?: string; except?: string }) {
  const { store } = await appAccounts();
  const { id, roles } = person!;
  const now = new Date().toISOString();
  return endSessions(store, { person: id, ...which }, roles[0] ?? 'reader', now);
}
