import { modelOf } from '../model-of.server.ts';
import type { RequestHandler } from './$types';

/** The texts of a shipped model, byte for byte, and what it is: to start a model of one's own from. */
export const GET: RequestHandler = async ({ params, setHeaders }) => {
  const { id, model, hash } = await modelOf(params.id);
  const [portfolio, ...scenarios] = model.files;
  setHeaders({ 'cache-control': 'no-cache' });
  return Response.json({
    id,
    hash,
    title: model.portfolio.title,
    texts: {
      portfolio: portfolio.text,
      scenarios: Object.fromEntries(scenarios.map(({ path, text }) => [baseName(path), text])),
    },
  });
};

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
