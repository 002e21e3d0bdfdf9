import type { Checked } from '$lib/diagnostics/finding.ts';
import { readModel, type Model } from '$lib/portfolio/read-model.ts';
import { reservedId } from '$lib/portfolio/reserved-id.ts';
import { ModelUnreadable, readModelFolder } from '$lib/server/read-model-folder.ts';
import { Misuse } from './outcome.ts';

/**
 * Read and check the model at a path, a folder or a YAML file.
 *
 * Throws `Misuse` when nothing is there, `ModelUnreadable` when what is there
 * is refused.
 */
export async function loadModel(path: string): Promise<Checked<Model>> {
  try {
    const { id, files } = await readModelFolder(path);
    const reserved = reservedId(id);
    return reserved.length > 0 ? { value: null, findings: reserved } : readModel(files, id);
  } catch (error) {
    if (error instanceof ModelUnreadable && error.isMissing) throw new Misuse(error.message);
    throw error;
  }
}
