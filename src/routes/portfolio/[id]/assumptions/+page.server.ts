import { assumptionLog } from '$lib/documents/assumption-log.ts';
import { countFigures, listFigures } from '$lib/documents/list-figures.ts';
import { AS_IT_IS } from '$lib/portfolio/as-it-is.ts';
import { modelOf } from '../model-of.server.ts';
import { effectsKept } from './effects-kept.server.ts';
import type { PageServerLoad } from './$types';

// A page to read: it needs no scripts, so it sends none.
export const csr = false;

export const load: PageServerLoad = async ({ params, url }) => {
  const { model } = await modelOf(params.id);
  const { scenario, effects } = await effectsKept(model, url.searchParams);
  return {
    log: assumptionLog(model.portfolio, effects?.byId),
    effects,
    of: scenario?.id ?? null,
    scenarios: model.scenarios
      .filter(({ id }) => id !== AS_IT_IS)
      .map(({ id, title }) => ({ id, title })),
    figures: countFigures(listFigures(model.portfolio)),
  };
};
