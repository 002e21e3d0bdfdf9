import { matByLocality } from '$lib/comparison/mat-by-locality.ts';
import { wholeResults } from '../whole-results.server.ts';
import type { PageServerLoad } from './$types';

// A page to read: it needs no scripts, so it sends none.
export const csr = false;

export const load: PageServerLoad = async ({ params, url }) => {
  const { shown, page } = await wholeResults(params.id, url.searchParams);
  return { results: page, mat: matByLocality(shown) };
};
