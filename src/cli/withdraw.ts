import { join } from 'node:path';
import type { SigningKey } from '$lib/documents/signing-key.ts';
import { freezeTombstone } from '$lib/snapshot/freeze.ts';
import { scanForPersonalData } from '$lib/snapshot/personal-data.ts';
import { Misuse } from './outcome.ts';
import { readSite, TOMBSTONE, writeSitePages } from './snapshot-site.ts';
import { isHash, needReason } from './snapshot-version.ts';
import { replaceFile } from './whole-folder.ts';

/** Take a version away, and leave the reason at its address. Returns what to say of it. */
export async function withdraw(
  { out, hash, because, date }: { out: string; hash: string; because?: string; date: string },
  key: SigningKey | null,
): Promise<string> {
  const why = needReason(because);
  if (scanForPersonalData([{ path: '', text: why }]).length > 0) {
    throw new Misuse('The reason looks as if it held personal data, and it stays for good.');
  }
  const all = (await readSite(out)).flatMap(({ versions }) => versions);
  const found = all.find((one) => isHash(hash, one.hash));
  if (!found) throw new Misuse(`No version with the fingerprint ${hash} is published there.`);
  if (found.kind === 'tombstone') throw new Misuse('That version was withdrawn before.');
  const { snapshot, slug } = found;
  const tombstone = freezeTombstone(snapshot, found.hash, why, date);
  // From here on it is withdrawn: what is cut short is finished by the next command.
  await replaceFile(out, join(out, 's', slug, found.hash, TOMBSTONE), tombstone.text);
  await writeSitePages(out, key);
  const others = all.filter((one) => one.slug === slug && one !== found && one.kind === 'snapshot');
  return [
    `Withdrawn: version ${found.number} of ${slug}.`,
    ...(others.length > 0
      ? [`Other versions of it still stand: ${others.map((one) => one.hash).join(', ')}`]
      : []),
    'Copies that others have made are not in our hands.',
    '',
  ].join('\n');
}
