import { reportHtml } from '$lib/documents/report-html.ts';
import { reportOf } from '../report-of.server.ts';
import type { RequestHandler } from './$types';

/** The report as one file that opens from anywhere. */
export const GET: RequestHandler = async ({ params, url }) => {
  const { report } = await reportOf(params.id, url.searchParams.getAll('scenarios'));
  return new Response(reportHtml(report), {
    headers: {
      'cache-control': 'no-cache',
      'content-disposition': `attachment; filename="${params.id}-stress.html"`,
      'content-type': 'text/html; charset=utf-8',
    },
  });
};
