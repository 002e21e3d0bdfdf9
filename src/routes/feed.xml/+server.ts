import { siteResponse } from '../site-response.server.ts';
import type { RequestHandler } from './$types';

/** New versions and withdrawals, as an Atom feed. */
export const GET: RequestHandler = ({ request }) => siteResponse(request);
