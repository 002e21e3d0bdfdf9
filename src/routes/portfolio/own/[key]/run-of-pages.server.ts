import { engineVersion } from '$lib/server/engine-version.ts';
import { runOfPages } from '$lib/server/results.ts';

/** What decides the luck of every result on these pages: the same as for shipped models. */
export const ownRun = () => ({ engine: engineVersion, run: runOfPages });
