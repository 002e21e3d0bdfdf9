import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newSigningKey, readSigningKey, type SigningKey } from '../../documents/signing-key.ts';
import { publicKeyText, readPublicKey, type PublicKey } from '../../snapshot/minisign.ts';
import { makeFolder } from '../make-folder.ts';
import { PublishRefused } from './publish-refused.ts';

/** Where a data folder keeps the publisher's key. */
export function keyFile(folder: string): string {
  return join(folder, 'keys', 'publisher.key');
}

/** Return the key in a data folder, made and kept for its owner alone where there is none. */
export async function keyOf(folder: string): Promise<{ key: SigningKey; isNew: boolean }> {
  const file = keyFile(folder);
  await makeFolder(dirname(file), 0o700);
  const isNew = await newKey(file);
  const key = await readKey(file);
  // Written again each time: the first time may have been cut short between the two.
  await writeFile(join(folder, 'keys', 'publisher.pub'), publicKeyText(key.public));
  return { key, isNew };
}

/** Return the public half of the key in a data folder; null where nothing was published from it. */
export async function publicKeyOf(folder: string): Promise<PublicKey | null> {
  const file = join(folder, 'keys', 'publisher.pub');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  const key = text === null ? null : readPublicKey(text);
  if (text !== null && key === null) throw new Error(`${file} holds no public key.`);
  return key;
}

/** Make a key, whole or not at all; false where there is one. */
async function newKey(file: string): Promise<boolean> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    await handle.writeFile(newSigningKey());
    await handle.sync();
    await handle.close();
    // Unlike a rename, a link never takes the place of a key that somebody else made meanwhile.
    await link(draft, file);
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    throw new PublishRefused(`${file} cannot be written: ${message}`);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Read a key from a file; throws `PublishRefused` for what is none. */
export async function readKey(file: string): Promise<SigningKey> {
  const pem = await readFile(file, 'utf8').catch((error: Error) => {
    throw new PublishRefused(`The key ${file} cannot be read: ${error.message}`);
  });
  const key = readSigningKey(pem);
  if (!key) throw new PublishRefused(`${file} holds no Ed25519 key. “bide keys” makes one.`);
  return key;
}
