import { listModels } from '$lib/server/models.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ models: await listModels() });
