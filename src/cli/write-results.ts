import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '$lib/server/make-folder.ts';
import { Misuse } from './outcome.ts';
import type { Format } from './run-options.ts';

/** Name of the file for each format. */
const NAMES: Record<Format, string> = {
  json: 'results.json',
  csv: 'results.csv',
  table: 'table.txt',
};

/**
 * Write the results in every format into a folder, which is made where it is missing; and whatever
 * `more` there is, by the names of its files.
 */
export async function writeResults(
  folder: string,
  texts: Record<Format, string>,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  try {
    await makeFolder(folder);
    for (const format of Object.keys(NAMES) as Format[]) {
      await writeFile(join(folder, NAMES[format]), texts[format]);
    }
    for (const [name, text] of Object.entries(more)) await writeFile(join(folder, name), text);
  } catch (error) {
    throw new Misuse(`Results cannot be written to ${folder}: ${(error as Error).message}`);
  }
}
