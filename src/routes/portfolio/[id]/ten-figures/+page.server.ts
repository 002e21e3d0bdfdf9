import { wantedFigures } from '$lib/documents/ten-figures-list.ts';
import { engineVersion } from '$lib/server/engine-version.ts';
import { groundHash } from '$lib/server/ground-hash.ts';
import { keptTenFigures } from '$lib/server/ten-figures.ts';
import { measureTitle } from '$lib/words/measure-words.ts';
import { namesOf } from '$lib/words/names.ts';
import { modelOf } from '../model-of.server.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ params }) => {
  const { id, model } = await modelOf(params.id);
  const kept = await keptTenFigures(id);
  if (!kept) return { list: null };
  const figures = wantedFigures(model.portfolio, kept);
  const { baseline, scenario, measure, replications, tried } = kept;
  return {
    list: {
      ...{ figures, baseline, scenario, replications, tried },
      measure: measureTitle(measure.id, measure.by, namesOf(model.portfolio)),
      gone: kept.figures.length - figures.length,
      modelChanged: kept.model !== groundHash(model),
      engineChanged: kept.engine !== engineVersion,
    },
  };
};
