import { error } from '@sveltejs/kit';
import { packModel } from '$lib/documents/model-zip.ts';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { readFiles } from '$lib/server/store/portfolio-files.ts';
import { textsOf } from '../../kept-texts.ts';
import type { RequestHandler } from './$types';

/** The model as one file, as it is now. */
export const GET: RequestHandler = async ({ params }) => {
  const { store } = await appAccounts();
  const files = await readFiles(store.db, params.id);
  if (files.length === 0) error(404, 'No model of that name is kept here.');
  const { name, type, bytes } = packModel(textsOf(files), params.id);
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  });
};
