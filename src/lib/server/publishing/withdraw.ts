import type { SigningKey } from '../../documents/signing-key.ts';
import { freezeTombstone, type Frozen } from '../../snapshot/freeze.ts';
import { correctedBy, isAltered, type ListedVersion } from '../../snapshot/listed.ts';
import { signatureText } from '../../snapshot/minisign.ts';
import { scanForPersonalData } from '../../snapshot/personal-data.ts';
import type { Tombstone } from '../../snapshot/snapshot.ts';
import { PublishRefused } from './publish-refused.ts';
import type { Shelf } from './shelf.ts';
import { isHash, needReason, refuseBefore, type Said } from './version-of.ts';

/** What is to be withdrawn. */
export interface AskedToWithdraw extends Said {
  /** Its fingerprint, or the first eight digits of it or more. */
  hash: string;
  /** ISO date. */
  date: string;
}

/** What was withdrawn, and which versions of the same still stand. */
export interface Withdrawn {
  version: ListedVersion;
  others: ListedVersion[];
}

/**
 * Take a version away, and leave the reason at its address. `corrects` or `revises` says what it
 * was where it was altered and nothing else tells; `key` is the publisher's. Throws `PublishRefused`
 * where it cannot be.
 */
export async function withdraw(
  shelf: Shelf,
  asked: AskedToWithdraw,
  byRole: string,
  key: SigningKey | null,
): Promise<Withdrawn> {
  const { hash, date } = asked;
  const why = needReason(asked.because);
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
  const corrected = await correctedOf(shelf, version, asked, why);
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

/**
 * Return what a version put right. Where it was altered, the log of acts says it, or else the person:
 * a tombstone is never changed, and without this the version before would lose its error for good.
 */
async function correctedOf(
  shelf: Shelf,
  version: ListedVersion,
  { corrects, revises }: Said,
  why: string,
): Promise<Tombstone['corrected']> {
  if (version.kind === 'tombstone') return undefined;
  const logged = isAltered(version) ? await shelf.logged(version) : null;
  const said = corrects ?? revises;
  const isKnown = !isAltered(version) || logged?.kind !== undefined;
  if (isKnown && said !== undefined) {
    throw new PublishRefused('What that version was is known: leave --corrects and --revises out.');
  }
  if (!isAltered(version)) return correctedBy(version);
  const { previous = version.previous } = logged ?? {};
  if (previous === null) return undefined;
  if (!isKnown) {
    const isOne = (corrects === undefined) !== (revises === undefined);
    if (said === undefined || !isOne || !isHash(said, previous)) {
      throw new PublishRefused(
        `That version was altered, and nothing tells whether it had put an error right in the one before. Say so: --corrects ${previous}, or --revises ${previous} where it had not.`,
      );
    }
  }
  const isCorrection = logged?.kind === 'correction' || corrects !== undefined;
  return isCorrection ? { version: previous, why: logged?.why ?? why } : undefined;
}

const BEFORE = 'That version was withdrawn before.';

function signatureOf({ document, text }: Frozen<Tombstone>, key: SigningKey): string {
  const { slug, number, on, withdrawn } = document;
  const comment = `${slug}, version ${number}, withdrawn ${on}, sha256 ${withdrawn}`;
  return signatureText(new TextEncoder().encode(text), key.public.id, key.sign, comment);
}
