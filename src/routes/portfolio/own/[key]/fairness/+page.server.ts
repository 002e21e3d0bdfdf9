import { ownRun } from '../run-of-pages.server.ts';

/** The server knows nothing of the model: it says only how every model is run. */
export const load = ownRun;
