import { error } from '@sveltejs/kit';
import { siteAnswer } from '$lib/server/publishing/site-answer.ts';

/** Answer a request for the site of snapshots. */
export async function siteResponse({ url, headers }: Request): Promise<Response> {
  const { pathname, search } = new URL(url);
  const answer = await siteAnswer({
    path: pathname + search,
    acceptEncoding: headers.get('accept-encoding') ?? '',
    ifNoneMatch: headers.get('if-none-match') ?? '',
  });
  if (!answer) error(404);
  const { status, body } = answer;
  return new Response(body as Uint8Array<ArrayBuffer> | null, { status, headers: answer.headers });
}
