import { error, json } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { runOfDraft } from '../draft-state.server.ts';
import type { RequestHandler } from './$types';

/** How far the run of a draft is: the whole page is too much to work out each second. */
export const GET: RequestHandler = async ({ params }) => {
  const { store } = await appAccounts();
  const run = await runOfDraft(store, params.id);
  if (!run) error(404, 'There is no run of such a draft.');
  return json(run, { headers: { 'cache-control': 'no-store' } });
};
