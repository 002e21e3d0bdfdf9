import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.ts';

/**
 * Return the secret that signs this server's cookies: kept beside the store, never in it, so that a
 * copy of the store opens nothing. Made when it is first asked for.
 */
export async function serverSecret(folder: string): Promise<string> {
  const path = join(folder, 'secret');
  const kept = await read(path);
  if (kept) return kept;
  await makeFolder(folder, 0o700);
  try {
    const made = randomBytes(32).toString('base64url');
    await writeFile(path, `${made}\n`, { flag: 'wx', mode: 0o600, flush: true });
    return made;
  } catch (error) {
    // Another process made it in between.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return serverSecret(folder);
  }
}

async function read(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
