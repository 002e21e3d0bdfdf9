import { principlesCompared } from '$lib/comparison/principles-compared.ts';
import { wholeResults } from '../whole-results.server.ts';
import type { PageServerLoad } from './$types';

// A page to read: it needs no scripts, so it sends none.
export const csr = false;

export const load: PageServerLoad = async ({ params, url }) => {
  const { shown, page } = await wholeResults(params.id, url.searchParams);
  return {
    results: page,
    scenarios: shown.map(({ id, title }) => ({ id, title })),
    principles: principlesCompared(shown),
  };
};
