import { readChoice } from '../choose.ts';
import { modelOf } from '../model-of.server.ts';
import { shippedDesk } from '../shipped-desk.server.ts';
import { comparisonOf } from './comparison-of.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const { model, hash } = await modelOf(params.id);
  const { ids } = readChoice(url.searchParams.getAll('scenarios'), model.scenarios, {
    mayBeNone: url.searchParams.has('s'),
  });
  return {
    desk: shippedDesk(model, hash),
    comparison: await comparisonOf(model, ids),
  };
};
