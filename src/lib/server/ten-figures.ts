import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TenFigures } from '../comparison/ten-figures.ts';
import { modelFolder } from './models.ts';

/** The file in a model's folder that keeps which figures matter most to it. */
export const TEN_FIGURES_FILE = 'ten-figures.json';

/** Return the list that `bide explain --ten-figures` kept for a model, or null where none can be read. */
export async function keptTenFigures(id: string): Promise<TenFigures | null> {
  const path = join(modelFolder(id), TEN_FIGURES_FILE);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : readTenFigures(text);
}

/** Return the list that a text holds; null where it is no such list. */
export function readTenFigures(text: string): TenFigures | null {
  let kept: Partial<TenFigures> | null;
  try {
    kept = JSON.parse(text) as Partial<TenFigures> | null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const isList = kept?.bide === 1 && kept.kind === 'ten-figures' && Array.isArray(kept.figures);
  return isList ? (kept as TenFigures) : null;
}
