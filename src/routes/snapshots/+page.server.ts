import { foundSnapshots } from '$lib/server/publishing/found-snapshots.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
  const query = (url.searchParams.get('q') ?? '').slice(0, 200);
  return { query, snapshots: await foundSnapshots(query) };
};
