import { error } from '@sveltejs/kit';
import { narrativeHtml } from '$lib/documents/narrative.ts';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { readDraft } from '$lib/server/drafts/drafts.ts';
import { draftWithPanels } from '$lib/server/drafts/draft-panels.ts';
import { modelOfDraft } from '$lib/server/kept-models.ts';
import { chosenScenarios } from '$lib/server/publishing/chosen-scenarios.ts';
import { CHARTS } from '$lib/snapshot/charts.ts';
import { nameOfPart } from '../field-findings.ts';
import type { PageServerLoad } from './$types';

/** What a snapshot may do without. */
const OPTIONAL = ['decision', 'narrative', 'notChosen', 'dissent', 'cannotShow'] as const;

export const load: PageServerLoad = async ({ params }) => {
  const { store } = await appAccounts();
  const newest = await readDraft(store.db, params.id);
  if (!newest) error(404, 'There is no such draft.');
  const { version } = newest;
  const { content } = await draftWithPanels(store.db, newest.content);
  const model = await modelOfDraft(store.db, content.model);
  const { scenarios, unknown } = chosenScenarios(content.scenarios, model?.scenarios ?? []);
  return {
    ...{ id: params.id, version, content },
    // What people wrote passes through the reader that publishing uses: no HTML of theirs is left.
    narrative: narrativeHtml(content.narrative),
    charts: CHARTS.filter(({ id }) => content.charts.includes(id)).map(({ shows }) => shows),
    leftOut: OPTIONAL.filter((part) => content[part].length === 0).map(nameOfPart),
    scenarios: [...scenarios.map(({ title }) => title), ...unknown],
  };
};
