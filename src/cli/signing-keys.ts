import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newSigningKey, readSigningKey, type SigningKey } from '$lib/documents/signing-key.ts';
import { publicKeyText } from '$lib/snapshot/minisign.ts';
import { Misuse } from './outcome.ts';
import { writeNew } from './write-new.ts';

/** Where a data folder keeps the publisher's key. */
export function keyFile(folder: string): string {
  return join(folder, 'keys', 'publisher.key');
}

/** Return the key in a data folder, made and kept for its owner alone where there is none. */
export async function keyOf(folder: string): Promise<{ key: SigningKey; isNew: boolean }> {
  const file = keyFile(folder);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const isNew = await writeFile(file, newSigningKey(), { flag: 'wx', mode: 0o600 }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw new Misuse(`${file} cannot be written: ${error.message}`);
    },
  );
  if (isNew) await chmod(file, 0o600);
  const key = await readKey(file);
  if (isNew) await writeNew(join(folder, 'keys', 'publisher.pub'), publicKeyText(key.public));
  return { key, isNew };
}

/** Read a key from a file; throws `Misuse` for what is none. */
export async function readKey(file: string): Promise<SigningKey> {
  const pem = await readFile(file, 'utf8').catch((error: Error) => {
    throw new Misuse(`The key ${file} cannot be read: ${error.message}`);
  });
  const key = readSigningKey(pem);
  if (!key) throw new Misuse(`${file} holds no Ed25519 key. “bide keys” makes one.`);
  return key;
}
