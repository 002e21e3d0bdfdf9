import { reportMarkdown } from '$lib/documents/report-markdown.ts';
import { reportOf } from '../report-of.server.ts';
import type { RequestHandler } from './$types';

/** The report as a Markdown file. */
export const GET: RequestHandler = async ({ params, url }) => {
  const { report } = await reportOf(params.id, url.searchParams.getAll('scenarios'));
  return new Response(reportMarkdown(report), {
    headers: {
      'cache-control': 'no-cache',
      'content-disposition': `attachment; filename="${params.id}-stress.md"`,
      'content-type': 'text/markdown; charset=utf-8',
    },
  });
};
