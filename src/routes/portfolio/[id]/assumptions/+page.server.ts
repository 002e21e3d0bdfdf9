import { assumptionLog } from '$lib/documents/assumption-log.ts';
import { listFigures } from '$lib/documents/list-figures.ts';
import { AS_IT_IS } from '$lib/portfolio/read-scenario.ts';
import { keptExplanation } from '$lib/server/explanations.ts';
import { effectsOf, effectsOnAnswer } from '$lib/words/effect-words.ts';
import { readChoice } from '../choose.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { modelOf } from '../model-of.server.ts';
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

/** What assumptions do to the answer, of the first scenario of which that is known already. */
async function effectsKept(model: Model, ids: readonly string[]) {
  for (const scenario of model.scenarios) {
    if (scenario.id === AS_IT_IS || !ids.includes(scenario.id)) continue;
    const [first] = (await keptExplanation(model, scenario))?.measures ?? [];
    if (first) return { byId: effectsOnAnswer(first), of: effectsOf(first, scenario.title) };
  }
  return null;
}
