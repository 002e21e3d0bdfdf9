import { fail, redirect } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { emptyDraft } from '$lib/server/drafts/draft-content.ts';
import { beginDraft, listDrafts } from '$lib/server/drafts/drafts.ts';
import { keptToPublish, modelOfDraft, textHash } from '$lib/server/kept-models.ts';
import { listModels } from '$lib/server/models.ts';
import { defaultChoice } from '../portfolio/[id]/choose.ts';
import { doneBy } from './done-by.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const { store } = await appAccounts();
  const drafts = await listDrafts(store.db);
  return {
    drafts: drafts.map(({ id, version, content, savedAt }) => ({
      ...{ id, version, savedAt, title: content.title, model: content.model },
    })),
    models: (await listModels()).filter(({ isBroken, scenarios }) => !isBroken && scenarios > 0),
    kept: await keptToPublish(store.db),
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const id = String((await request.formData()).get('model') ?? '');
    const { store } = await appAccounts();
    const model = await modelOfDraft(store.db, id);
    if (!model) return fail(400, { problem: true });
    // What pages compare where nobody chose: how it is now stands first.
    const scenarios = [model.scenarios[0].id, ...defaultChoice(model.scenarios)];
    const content = {
      ...emptyDraft(id, scenarios, model.portfolio.title),
      modelHash: textHash(model),
    };
    const draft = await beginDraft(store, content, doneBy(locals, ['analyst', 'owner'], 'Begun'));
    redirect(303, `/publish/${draft}`);
  },
};
