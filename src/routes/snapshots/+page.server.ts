import { mayDo } from '$lib/server/permissions.ts';
import { foundSnapshots } from '$lib/server/publishing/found-snapshots.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => {
  const query = (url.searchParams.get('q') ?? '').slice(0, 200);
  const route = (name: string) => ({ route: name, method: 'GET', search: '' });
  return {
    query,
    snapshots: await foundSnapshots(query),
    isSignedIn: locals.person !== null,
    mayWrite: mayDo(route('/publish'), locals.person).kind === 'allowed',
  };
};
