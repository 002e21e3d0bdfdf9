import { keyFile, keyOf } from '$lib/server/publishing/signing-keys.ts';
import { keyName, publicKeyLine } from '$lib/snapshot/minisign.ts';
import { sha256Hex } from '$lib/snapshot/sha256.ts';
import type { ExitCode } from './outcome.ts';
import type { Surroundings } from './surroundings.ts';

/** `bide keys`: make the publisher's key where there is none, and say the public one. */
export async function keysCommand(
  { data }: { data: string },
  { stdout }: Surroundings,
): Promise<ExitCode> {
  const { key, isNew } = await keyOf(data);
  const { id, key: bytes } = key.public;
  stdout.write(
    [
      isNew ? 'A new key was made.' : 'The key was there already.',
      `Secret key: ${keyFile(data)} (keep a copy, and show it to nobody)`,
      `Public key: ${publicKeyLine(key.public)}`,
      `Its name: ${keyName(id)}`,
      `Its fingerprint: SHA-256 ${sha256Hex(bytes)}`,
      'Put the public key where readers trust it: on your own website, and in the minutes.',
      '',
    ].join('\n'),
  );
  return 0;
}
