import type { Checked } from '$lib/diagnostics/finding.ts';
import { leftOutFindings, looksLikeScenario } from '$lib/portfolio/left-out.ts';
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
    const { id, files, beside } = await readModelFolder(path);
    const reserved = reservedId(id);
    if (reserved.length > 0) return { value: null, findings: reserved };
    const { value, findings } = readModel(files, id);
    // Other files may lie there for any reason; a scenario that is not read is missed.
    const missed = leftOutFindings(beside.filter(({ text }) => looksLikeScenario(text ?? '')));
    const placed = missed.map((finding) => ({
      ...finding,
      file: files[0].path,
      line: 1,
      column: 1,
    }));
    return { value, findings: [...placed, ...findings] };
  } catch (error) {
    if (error instanceof ModelUnreadable && error.isMissing) throw new Misuse(error.message);
    throw error;
  }
}
