import { error } from '@sveltejs/kit';
import { AS_IT_IS } from '$lib/portfolio/as-it-is.ts';
import { modelOf } from '../../model-of.server.ts';
import { whySoFar } from '../why-of.server.ts';
import type { RequestHandler } from './$types';

/** What the page shows, as it is by now. */
export const GET: RequestHandler = async ({ params, url, setHeaders }) => {
  const { model } = await modelOf(params.id, url.searchParams);
  const of = url.searchParams.get('of');
  if (!of || of === AS_IT_IS) error(404, { message: 'There is no scenario of that name here.' });
  if (model.refused[of]) error(409, { message: model.refused[of].why });
  setHeaders({ 'cache-control': 'no-store' });
  return Response.json(await whySoFar(model, of, url.searchParams.get('measure'), 1));
};
