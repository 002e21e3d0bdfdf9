import { siteResponse } from '../../site-response.server.ts';
import type { RequestHandler } from './$types';

export const trailingSlash = 'ignore';

/** A snapshot's newest version, its fixed ones with their files, and what changed between them. */
export const GET: RequestHandler = ({ request }) => siteResponse(request);
