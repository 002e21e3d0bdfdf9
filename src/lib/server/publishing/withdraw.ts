import { freezeTombstone } from '../../snapshot/freeze.ts';
import { correctedBy, type ListedVersion } from '../../snapshot/listed.ts';
import { scanForPersonalData } from '../../snapshot/personal-data.ts';
import { PublishRefused } from './publish-refused.ts';
import type { Shelf } from './shelf.ts';
import { isHash, needReason } from './version-of.ts';

/** What was withdrawn, and which versions of the same still stand. */
export interface Withdrawn {
  version: ListedVersion;
  others: ListedVersion[];
}

/**
 * Take a version away, and leave the reason at its address. `hash` is its fingerprint, or the first
 * eight digits of it or more; `date` is an ISO date. Throws `PublishRefused` where it cannot be.
 */
export async function withdraw(
  shelf: Shelf,
  { hash, because, date }: { hash: string; because?: string; date: string },
  byRole: string,
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
  const at = new Date().toISOString();
  if (version.kind === 'tombstone' || !(await shelf.withdraw(tombstone, { byRole, why, at }))) {
    throw new PublishRefused('That version was withdrawn before.');
  }
  const others = all.filter(
    (one) => one.slug === version.slug && one !== version && one.kind === 'snapshot',
  );
  return { version, others };
}
