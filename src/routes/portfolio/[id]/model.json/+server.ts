import { modelOf } from '../model-of.server.ts';
import type { RequestHandler } from './$types';

/** The model's file as plain data: what a browser needs to run a scenario of its own. */
export const GET: RequestHandler = async ({ params, url, setHeaders }) => {
  const { model, hash } = await modelOf(params.id, url.searchParams);
  setHeaders({ 'cache-control': 'no-cache', etag: `"${hash}"` });
  return Response.json(model.raw);
};
