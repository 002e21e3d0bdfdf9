import type { packModel } from '$lib/documents/model-zip.ts';
import type { ModelTexts } from '$lib/portfolio/model-texts.ts';

/** What packs a zip is large: it comes after the page, and before anybody needs it. */
const packing = () => import('$lib/documents/model-zip.ts');

/** Have all here that taking away needs, so that it works when no server answers any more. */
export function prepareToTakeAway(): void {
  // Where that fails, it is asked for again, and said, when somebody takes a model away.
  packing().catch(() => undefined);
}

/**
 * Download a model: as YAML where it is one file, else as a zip of its folder. Resolves to why that
 * cannot be done, in words, or to nothing.
 */
export async function takeAway(texts: ModelTexts, name: string): Promise<string> {
  let pack: typeof packModel;
  try {
    pack = (await packing()).packModel;
  } catch {
    // A network or server that is gone, whatever the browser calls that.
    return 'It could not be downloaded: the server that runs Bide did not answer. Try again later.';
  }
  const { name: file, type, bytes } = pack(texts, name);
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  // The browser needs the address until it has begun to write the file.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return '';
}
