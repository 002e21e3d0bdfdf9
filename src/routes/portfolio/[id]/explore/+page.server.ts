import { AS_IT_IS } from '$lib/portfolio/as-it-is.ts';
import { shownSummary } from '$lib/state/shown-summary.ts';
import { comparisonOf } from '../compare/comparison-of.server.ts';
import { modelOf } from '../model-of.server.ts';
import { shippedDesk } from '../shipped-desk.server.ts';
import type { PageServerLoad } from './$types';

/** How long the page waits for what is known of how it is now; the browser can do without. */
const patienceMs = 1000;

export const load: PageServerLoad = async ({ params }) => {
  const shown = await modelOf(params.id);
  const desk = shippedDesk(shown);
  const stored = await comparisonOf(shown.model, desk.usual, { patienceMs });
  return { desk, now: stored && shownSummary(stored.result, [AS_IT_IS]) };
};
