import { stat, writeFile } from 'node:fs/promises';
import { Misuse } from './outcome.ts';
import { tryFile } from './try-path.ts';

/**
 * Find out, before anything is run, whether `writeNew` can write a file; throws
 * `Misuse` where it is there already: somebody may have filled it in since.
 */
export async function tryNew(path: string): Promise<void> {
  if ((await stat(path).catch(() => null))?.isFile()) throw isThere(path);
  await tryFile(path).catch(refused(path));
}

/** Write a file that is not there yet; throws `Misuse` where it is, or cannot be written. */
export async function writeNew(path: string, text: string): Promise<void> {
  const there = await stat(path).catch(() => null);
  // A pipe or a device is there before anything goes through it.
  const flag = there && !there.isFile() ? 'w' : 'wx';
  await writeFile(path, text, { flag }).catch(refused(path));
}

function refused(path: string): (error: NodeJS.ErrnoException) => never {
  return ({ code, message }) => {
    throw code === 'EEXIST' ? isThere(path) : new Misuse(`${path} cannot be written: ${message}`);
  };
}

function isThere(path: string): Misuse {
  return new Misuse(`${path} is there already; name another file.`);
}
