import { engineVersion } from '$lib/server/engine-version.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ engine: engineVersion });
