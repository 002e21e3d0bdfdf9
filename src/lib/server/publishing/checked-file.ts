/** Files of published versions, shown only where they are as they were published. */
import { verifyEd25519 } from '../../documents/signing-key.ts';
import { readSums, SUMS } from '../../documents/snapshot-files.ts';
import { readSignature, verifySignature } from '../../snapshot/minisign.ts';
import { readSnapshot } from '../../snapshot/read-snapshot.ts';
import { sha256Hex } from '../../snapshot/sha256.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { FixedPlace, Shelf } from './shelf.ts';

const SIGNATURE = `${SUMS}.minisig`;

/** A file of a version is not as it was published. */
export class AlteredFile extends Error {
  override name = 'AlteredFile';
}

/**
 * Return a file of a version; throws `AlteredFile` where it is not as its list of hashes says, or that
 * list not as it was signed with the key of the shelf. What was signed with another key cannot be told.
 */
export async function checkedFile(
  shelf: Shelf,
  place: FixedPlace,
  name: string,
): Promise<Uint8Array | null> {
  const bytes = await shelf.file(place, name);
  if (bytes === null || name === SIGNATURE) return bytes;
  if (name === 'snapshot.json') {
    if (sha256Hex(bytes) !== place.hash) throw altered(place, name);
    return bytes;
  }
  const sums = name === SUMS ? bytes : await shelf.file(place, SUMS);
  if (sums === null) throw new AlteredFile(`${SUMS} of version ${place.hash} is missing.`);
  await checkSums(shelf, place, sums);
  if (name === SUMS) return bytes;
  const right = readSums(new TextDecoder().decode(sums)).find((one) => one.name === name)?.hash;
  if (sha256Hex(bytes) !== right) throw altered(place, name);
  return bytes;
}

/** Whoever forges a page can write the list of hashes anew; its signature they cannot. */
async function checkSums(shelf: Shelf, place: FixedPlace, sums: Uint8Array): Promise<void> {
  if (shelf.key === null) return;
  const text = await shelf.file(place, SIGNATURE);
  const signature = text && readSignature(new TextDecoder().decode(text));
  const verdict = signature && (await verifySignature(sums, signature, shelf.key, verifyEd25519));
  if (verdict !== 'good' && verdict !== 'other key') throw altered(place, SUMS);
}

/** Read a version that stands; throws `AlteredFile` for what is not as it was published. */
export async function readVersion(shelf: Shelf, place: FixedPlace): Promise<Snapshot> {
  const bytes = await checkedFile(shelf, place, 'snapshot.json');
  const read = readSnapshot(bytes ?? new Uint8Array());
  if (read.kind === 'snapshot') return read.snapshot;
  const problem = read.kind === 'neither' ? read.problem : 'It is a tombstone.';
  throw new AlteredFile(`snapshot.json of version ${place.hash} is no snapshot: ${problem}`);
}

function altered({ hash }: FixedPlace, name: string): AlteredFile {
  return new AlteredFile(`${name} of version ${hash} is not as it was published.`);
}
