import { readChoice } from '../../choose.ts';
import { modelOf } from '../../model-of.server.ts';
import { comparisonOf } from '../comparison-of.server.ts';
import type { RequestHandler } from './$types';

/** The results that the page shows, as they are by now; null while there are none. */
export const GET: RequestHandler = async ({ params, url, setHeaders }) => {
  const { model } = await modelOf(params.id, url.searchParams);
  const { ids } = readChoice(url.searchParams.getAll('scenarios'), model.scenarios);
  setHeaders({ 'cache-control': 'no-store' });
  return Response.json(await comparisonOf(model, ids));
};
