import { error } from '@sveltejs/kit';
import { narrativeHtml } from '$lib/documents/narrative.ts';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { readDraft } from '$lib/server/drafts/drafts.ts';
import { showModel } from '$lib/server/models.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const { store } = await appAccounts();
  const newest = await readDraft(store.db, params.id);
  if (!newest) error(404, 'There is no such draft.');
  const { content, version } = newest;
  const model = (await showModel(content.model))?.model;
  return {
    ...{ id: params.id, version, content },
    // What people wrote passes through the reader that publishing uses: no HTML of theirs is left.
    narrative: narrativeHtml(content.narrative),
    scenarios: content.scenarios.map(
      (id) => model?.scenarios.find((one) => one.id === id)?.title ?? id,
    ),
  };
};
