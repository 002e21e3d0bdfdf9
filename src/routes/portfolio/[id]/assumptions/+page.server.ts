import { assumptionLog } from '$lib/documents/assumption-log.ts';
import { listFigures } from '$lib/documents/list-figures.ts';
import { readChoice } from '../choose.ts';
import { modelOf } from '../model-of.server.ts';
import { effectsKept } from './effects-kept.server.ts';
import type { PageServerLoad } from './$types';

// A page to read: it needs no scripts, so it sends none.
export const csr = false;

export const load: PageServerLoad = async ({ params, url }) => {
  const { model } = await modelOf(params.id);
  const known = listFigures(model.portfolio).filter(({ isDecided }) => !isDecided);
  const weak = known.filter(({ grade }) => grade === 'assumption' || grade === 'experience');
  const { ids } = readChoice(url.searchParams.getAll('scenarios'), model.scenarios);
  const effects = await effectsKept(model, ids);
  return {
    log: assumptionLog(model.portfolio, effects?.byId),
    effectsOf: effects?.of ?? '',
    /** The scenario whose page of reasons works them out. */
    toExplain: ids[0] ?? null,
    figures: { known: known.length, weak: weak.length },
  };
};
