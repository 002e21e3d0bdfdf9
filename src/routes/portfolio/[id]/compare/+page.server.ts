import { appStore } from '$lib/server/store/app-store.ts';
import { panelsOf } from '$lib/server/workshops/panels-of.ts';
import { panelsRankedFirst } from '$lib/words/panel-words.ts';
import { readChoice } from '../choose.ts';
import { modelOf } from '../model-of.server.ts';
import { shippedDesk } from '../shipped-desk.server.ts';
import { comparisonOf } from './comparison-of.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const shown = await modelOf(params.id);
  const { model } = shown;
  const { ids } = readChoice(url.searchParams.getAll('scenarios'), model.scenarios, {
    mayBeNone: url.searchParams.has('s'),
  });
  const { db } = await appStore();
  return {
    panels: panelsRankedFirst(await panelsOf(db, params.id)),
    desk: shippedDesk(shown),
    comparison: await comparisonOf(model, ids),
  };
};
