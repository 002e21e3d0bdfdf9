import { isRole } from '$lib/server/accounts/roles.ts';
import type { PageServerLoad } from './$types';

/** Why something was refused: the server itself asks for this page, with the reason in the address. */
export const load: PageServerLoad = ({ url }) => ({
  why: url.searchParams.get('why') ?? '',
  needs: (url.searchParams.get('needs') ?? '').split(',').filter(isRole),
  to: ownPath(url.searchParams.get('to')),
});

/** A path of this server, never one that leads elsewhere. */
function ownPath(path: string | null): string {
  return path !== null && /^\/(?![/\\])[\w./-]*$/.test(path) ? path : '';
}
