import type { Checked } from '$lib/diagnostics/finding.ts';
import { openModelFiles, type OpenedModel } from '$lib/documents/open-model-files.ts';

/** Most files of a form that are looked at. */
const MOST = 400;

/** Return the model in the files of a form, as they were chosen or as a form before gave them back. */
export async function givenModel(form: FormData): Promise<Checked<OpenedModel>> {
  const again = String(form.get('again') ?? '');
  if (again !== '') {
    const bytes = new Uint8Array(Buffer.from(again, 'base64'));
    // A model without scenarios is packed as its one file.
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    return openModelFiles([{ path: isZip ? 'model.zip' : 'portfolio.yaml', bytes }]);
  }
  const files = form
    .getAll('files')
    .filter((file): file is File => file instanceof File && file.size > 0)
    .slice(0, MOST);
  if (files.length === 0) return { value: null, findings: [] };
  const chosen = files.map(async (file) => ({
    path: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  }));
  return openModelFiles(await Promise.all(chosen));
}
