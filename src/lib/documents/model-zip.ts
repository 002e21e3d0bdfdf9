/** A model with its scenarios as one zip, and back. */
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { Checked } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';
import { LIMITS } from '../portfolio/limits.ts';
import { filesOfTexts, type ModelTexts } from '../portfolio/model-texts.ts';
import type { ChosenFile } from './open-model-files.ts';
import { slugOf } from './slug-of.ts';

/** The most that a zip may hold: a model's files twice over, and 20 MB unpacked. */
const MOST_ENTRIES = LIMITS.files * 2;
const MOST_BYTES = 20_000_000;

/** A file to be taken away. */
export interface ModelFileToTake {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/**
 * Return a model as one file: its YAML where it has no scenarios, else a zip of its folder. The
 * bytes of each text are those that were opened or typed; the same model gives the same zip.
 */
export function packModel(texts: ModelTexts, name: string): ModelFileToTake {
  const folder = slugOf(name) || 'model';
  if (Object.keys(texts.scenarios).length === 0) {
    return { name: `${folder}.yaml`, type: 'application/yaml', bytes: strToU8(texts.portfolio) };
  }
  const entries: Zippable = {};
  // Zips cannot tell a time before 1980; one fixed day keeps the bytes the same.
  const options = { level: 9, mtime: new Date(2000, 0, 1) } as const;
  for (const { path, text } of filesOfTexts(texts)) {
    entries[`${folder}/${path}`] = [strToU8(text), options];
  }
  return { name: `${folder}.zip`, type: 'application/zip', bytes: zipSync(entries) };
}

/** Return the files of a zip; null, with a finding, where it is broken or too large to unpack. */
export function unpack(bytes: Uint8Array): Checked<ChosenFile[]> {
  let entries = 0;
  let size = 0;
  let isTooLarge = false;
  try {
    const files = unzipSync(bytes, {
      // Asked before an entry is unpacked, which never writes more than it says here.
      filter: ({ name, originalSize }) => {
        entries++;
        size += originalSize;
        isTooLarge ||= entries > MOST_ENTRIES || size > MOST_BYTES;
        return !isTooLarge && !name.endsWith('/');
      },
    });
    if (isTooLarge) {
      const limit = `${MOST_ENTRIES} files or ${MOST_BYTES / 1e6} MB`;
      return { value: null, findings: [makeFinding('zip-too-large', '', { limit })] };
    }
    const value = Object.entries(files).map(([path, content]) => ({ path, bytes: content }));
    return { value, findings: [] };
  } catch {
    // The library throws strings and errors alike for whatever is wrong with a zip.
    return { value: null, findings: [makeFinding('zip-not-readable', '', {})] };
  }
}
