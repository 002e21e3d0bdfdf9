import { engineVersion } from '$lib/server/engine-version.ts';
import { runOfPages } from '$lib/server/results.ts';
import { deskOf } from '../desk-of.ts';
import { readChoice } from '../choose.ts';
import { modelOf } from '../model-of.server.ts';
import { comparisonOf } from './comparison-of.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const { model, hash } = await modelOf(params.id);
  const { ids } = readChoice(url.searchParams.getAll('scenarios'), model.scenarios, {
    mayBeNone: url.searchParams.has('s'),
  });
  return {
    desk: deskOf(model, { hash, engine: engineVersion, run: runOfPages, isOwn: false }),
    comparison: ids.length > 0 ? await comparisonOf(model, ids) : null,
  };
};
