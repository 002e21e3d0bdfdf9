import { TemplateRefused } from '$lib/documents/word-template.ts';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { ownPaper } from '$lib/server/publishing/own-paper.ts';
import { PublishRefused } from '$lib/server/publishing/publish-refused.ts';
import { storeShelf } from '$lib/server/publishing/store-shelf.ts';
import type { RequestHandler } from './$types';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Make a paper from a template; where that cannot be, say why on the page that asked. */
export const POST: RequestHandler = async ({ request, fetch }) => {
  let version = '';
  try {
    const form = await readForm(request);
    version = String(form.get('version') ?? '').slice(0, 64);
    const file = form.get('template');
    const bytes =
      file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    const { store } = await appAccounts();
    const paper = await ownPaper(storeShelf(store), version, bytes);
    return new Response(new Uint8Array(paper), {
      headers: {
        'content-type': WORD,
        'content-disposition': 'attachment; filename="paper.docx"',
      },
    });
  } catch (reason) {
    const isTemplate = reason instanceof TemplateRefused;
    if (!isTemplate && !(reason instanceof PublishRefused)) throw reason;
    const query = new URLSearchParams({ problem: isTemplate ? reason.reason : 'gone', version });
    const page = await fetch(`/snapshots/paper?${query}`);
    return new Response(page.body, { status: isTemplate ? 400 : 404, headers: page.headers });
  }
};

/** What is more than the server takes at once is too large for a template as well. */
async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (reason) {
    if ((reason as { status?: number }).status !== 413) throw reason;
    throw new TemplateRefused('large', { cause: reason });
  }
}
