import { assumptionLog } from '$lib/documents/assumption-log.ts';
import { listFigures } from '$lib/documents/list-figures.ts';
import { modelOf } from '../model-of.server.ts';
import type { PageServerLoad } from './$types';

// A page to read: it needs no scripts, so it sends none.
export const csr = false;

export const load: PageServerLoad = async ({ params }) => {
  const { model } = await modelOf(params.id);
  const known = listFigures(model.portfolio).filter(({ isDecided }) => !isDecided);
  const weak = known.filter(({ grade }) => grade === 'assumption' || grade === 'experience');
  return {
    log: assumptionLog(model.portfolio),
    figures: { known: known.length, weak: weak.length },
  };
};
