import type { SigningKey } from '../../documents/signing-key.ts';
import { freezeTombstone, type Frozen } from '../../snapshot/freeze.ts';
import { correctedBy, type ListedVersion } from '../../snapshot/listed.ts';
import { signatureText } from '../../snapshot/minisign.ts';
import { scanForPersonalData } from '../../snapshot/personal-data.ts';
import type { Tombstone } from '../../snapshot/snapshot.ts';
import { PublishRefused } from './publish-refused.ts';
import type { Shelf } from './shelf.ts';
import { isHash, needReason, refuseBefore } from './version-of.ts';

/** What was withdrawn, and which versions of the same still stand. */
export interface Withdrawn {
  version: ListedVersion;
  others: ListedVersion[];
}

/**
 * Take a version away, and leave the reason at its address. `hash` is its fingerprint, or the first
 * eight digits of it or more; `date` is an ISO date; `key` is the publisher's. Throws `PublishRefused` where it cannot be.
 */
export async function withdraw(
  shelf: Shelf,
  { hash, because, date }: { hash: string; because?: string; date: string },
  byRole: string,
  key: SigningKey | null,
): Promise<Withdrawn> {
  const why = needReason(because);
  if (scanForPersonalData([{ path: '', text: why }]).length > 0) {
    throw new PublishRefused(
      'The reason looks as if it held personal data, and it stays for good.',
    );
  }
  const all = (await shelf.list()).flatMap(({ versions }) => versions);
  const [version, another] = all.filter((one) => isHash(hash, one.hash));
  if (!version) {
    throw new PublishRefused(`No version with the fingerprint ${hash} is published there.`);
  }
  if (another) throw new PublishRefused(`More than one fingerprint begins with ${hash}.`);
  const corrected = correctedBy(version);
  const tombstone = freezeTombstone({ ...version, corrected }, why, date);
  const doing = { byRole, why, at: new Date().toISOString() };
  const signature = key && signatureOf(tombstone, key);
  if (version.kind === 'tombstone') throw new PublishRefused(BEFORE);
  refuseBefore(date, version.date, 'That version was published');
  if (!(await shelf.withdraw(tombstone, signature, doing))) throw new PublishRefused(BEFORE);
  const others = all.filter(
    (one) => one.slug === version.slug && one !== version && one.kind === 'snapshot',
  );
  return { version, others };
}

const BEFORE = 'That version was withdrawn before.';

function signatureOf({ document, text }: Frozen<Tombstone>, key: SigningKey): string {
  const { slug, number, on, withdrawn } = document;
  const comment = `${slug}, version ${number}, withdrawn ${on}, sha256 ${withdrawn}`;
  return signatureText(new TextEncoder().encode(text), key.public.id, key.sign, comment);
}
