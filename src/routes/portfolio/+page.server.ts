import { listModels } from '$lib/server/models.ts';
import type { PageServerLoad } from './$types';

// A page to read: it needs no scripts, so it sends none.
export const csr = false;

export const load: PageServerLoad = async () => ({ models: await listModels() });
