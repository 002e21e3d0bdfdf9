import { stepsOfPages } from '$lib/server/explanations.ts';
import { ownRun } from '../run-of-pages.server.ts';

/** The server knows nothing of the model: it says only how closely every model is looked into. */
export const load = () => ({ ...ownRun(), steps: stepsOfPages() });
