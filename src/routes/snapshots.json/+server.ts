import { siteResponse } from '../site-response.server.ts';
import type { RequestHandler } from './$types';

/** The list of snapshots, with all of their versions; `?q=` for those with these words. */
export const GET: RequestHandler = ({ request }) => siteResponse(request);
