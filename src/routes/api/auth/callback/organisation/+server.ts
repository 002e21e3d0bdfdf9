import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { askAuth } from '$lib/server/accounts/sign-in-request.ts';
import type { RequestHandler } from './$types';

/** Where an organisation's own page sends people back to. */
export const GET: RequestHandler = async ({ locals, url }) =>
  askAuth(await appAccounts(), locals.caller, `/callback/organisation${url.search}`);
