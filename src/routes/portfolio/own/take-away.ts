import { packModel } from '$lib/documents/model-zip.ts';
import type { ModelTexts } from '$lib/portfolio/model-texts.ts';

/** Download a model: as YAML where it is one file, else as a zip of its folder. */
export function takeAway(texts: ModelTexts, name: string): void {
  const { name: file, type, bytes } = packModel(texts, name);
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  // The browser needs the address until it has begun to write the file.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
