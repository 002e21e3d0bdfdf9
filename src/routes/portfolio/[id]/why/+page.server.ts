import { AS_IT_IS } from '$lib/portfolio/as-it-is.ts';
import { stepsOfPages } from '$lib/server/explanations.ts';
import { readChoice } from '../choose.ts';
import { comparisonOf } from '../compare/comparison-of.server.ts';
import { modelOf } from '../model-of.server.ts';
import { shippedDesk } from '../shipped-desk.server.ts';
import { whyAsked } from './why-asked.ts';
import { whySoFar } from './why-of.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const shown = await modelOf(params.id);
  const { model } = shown;
  const prepared = model.scenarios.filter(({ id }) => id !== AS_IT_IS);
  const hasMade = url.searchParams.has('s');
  const choice = readChoice(url.searchParams.getAll('scenarios'), model.scenarios, {
    mayBeNone: hasMade,
  });
  const { asked, of, measure } = whyAsked(url.searchParams, prepared, choice.ids);
  return {
    desk: shippedDesk(shown),
    steps: stepsOfPages(),
    // A scenario that somebody made is worked out in their browser, which needs the machine more.
    // Of one that cannot stand beside how it is now there is nothing to say.
    soFar:
      of === null || model.refused[of] || (hasMade && asked !== of)
        ? null
        : await whySoFar(model, of, measure),
    comparison: await comparisonOf(model, choice.ids, { patienceMs: 4000 }),
  };
};
