/** Folders and files that are there whole or not at all, whatever moment the machine stops at. */
import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../make-folder.ts';

/** What is being written begins with this, and is never read. */
export const UNFINISHED = '.unfinished-';

/** A file by its path within a folder. */
export interface FileToWrite {
  name: string;
  content: string | Uint8Array;
}

/** The folder is there already. */
export class FolderThere extends Error {
  override name = 'FolderThere';
}

/**
 * Write a folder of files: first beside its place, each flushed to disk, then by
 * one rename. `root` is a folder on the same disk, for what is unfinished.
 * Throws `FolderThere` where the place is taken.
 */
export async function writeFolder(
  root: string,
  place: string,
  files: readonly FileToWrite[],
): Promise<void> {
  const draft = join(root, UNFINISHED + randomBytes(6).toString('hex'));
  const folders = new Set([draft, ...files.map(({ name }) => dirname(join(draft, name)))]);
  for (const folder of folders) await makeFolder(folder);
  for (const { name, content } of files) await writeFlushed(join(draft, name), content);
  for (const folder of folders) await flush(folder);
  await makeFolder(dirname(place));
  try {
    // A rename onto a folder that holds anything fails.
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { recursive: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOTDIR') {
      throw new FolderThere(`${place} is there already.`, { cause: error });
    }
    throw error;
  }
  await flush(dirname(place));
}

/** Write a file in place of the one that is there: readers see the old one or the new, and no half. */
export async function replaceFile(
  root: string,
  path: string,
  content: string | Uint8Array,
): Promise<void> {
  const draft = join(root, UNFINISHED + randomBytes(6).toString('hex'));
  await writeFlushed(draft, content);
  await makeFolder(dirname(path));
  await rename(draft, path);
  await flush(dirname(path));
}

/** Remove what earlier runs that were stopped have left behind. */
export async function removeUnfinished(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    if (name.startsWith(UNFINISHED)) await rm(join(root, name), { recursive: true });
  }
}

async function writeFlushed(path: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
