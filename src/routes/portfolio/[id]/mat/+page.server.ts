import { matByLocality } from '$lib/comparison/mat-by-locality.ts';
import { appStore } from '$lib/server/store/app-store.ts';
import { panelsOf } from '$lib/server/workshops/panels-of.ts';
import { panelsOnPromises } from '$lib/words/panel-words.ts';
import { wholeResults } from '../whole-results.server.ts';
import type { PageServerLoad } from './$types';

// A page to read: it needs no scripts, so it sends none.
export const csr = false;

export const load: PageServerLoad = async ({ params, url }) => {
  const { shown, page } = await wholeResults(params.id, url.searchParams);
  const { db } = await appStore();
  const panels = panelsOnPromises(await panelsOf(db, params.id));
  return { results: page, mat: matByLocality(shown), panels };
};
