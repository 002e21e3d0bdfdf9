import { open, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from '$lib/server/make-folder.ts';

/**
 * Throw what the system says where a file cannot be written, and leave
 * everything as it was: nobody waits for a run to hear it afterwards.
 */
export async function tryFile(path: string): Promise<void> {
  const isThere = await exists(path);
  const file = await open(path, isThere ? 'r+' : 'wx');
  await file.close();
  if (!isThere) await rm(path);
}

/** The same for files in a folder, which may be missing. */
export async function tryFolder(folder: string, names: readonly string[]): Promise<void> {
  const missing: string[] = [];
  for (let at = resolve(folder); !(await exists(at)); at = dirname(at)) missing.push(at);
  try {
    await makeFolder(folder);
    for (const name of names) await tryFile(join(folder, name));
  } finally {
    // What somebody else has put a file into by now stays.
    for (const at of missing) await rmdir(at).catch(() => undefined);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
