import { writeFile } from 'node:fs/promises';
import { Misuse } from './outcome.ts';

/** Write a file that is not there yet; throws `Misuse` where it is, or cannot be written. */
export async function writeNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new Misuse(`${path} is there already; name another file.`);
    throw new Misuse(`${path} cannot be written: ${message}`);
  }
}
