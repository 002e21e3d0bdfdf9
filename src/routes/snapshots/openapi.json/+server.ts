import { siteResponse } from '../../site-response.server.ts';
import type { RequestHandler } from './$types';

/** What other programs can ask for, by OpenAPI 3.1. */
export const GET: RequestHandler = ({ request }) => siteResponse(request);
