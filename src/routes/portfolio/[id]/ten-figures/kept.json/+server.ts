import { json } from '@sveltejs/kit';
import { keptTenFigures } from '$lib/server/ten-figures.ts';
import { modelOf } from '../../model-of.server.ts';
import type { RequestHandler } from './$types';

/** The kept list of a shipped model, for those who started their own from it; null where there is none. */
export const GET: RequestHandler = async ({ params }) => {
  const { id } = await modelOf(params.id);
  return json(await keptTenFigures(id));
};
