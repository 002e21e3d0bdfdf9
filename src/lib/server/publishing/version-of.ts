import type { ListedSnapshot } from '../../snapshot/listed.ts';
import type { Version } from '../../snapshot/snapshot.ts';
import { dateInWords } from '../../words/dates.ts';
import { PublishRefused } from './publish-refused.ts';

/** What a person says of a new version. */
export interface Said {
  corrects?: string;
  revises?: string;
  because?: string;
}

/**
 * Return which version a snapshot is. A second one says which it corrects or
 * revises, and why: nothing is ever put in the place of another in silence.
 * `date` is the day it is to be published, and not before the one before it.
 */
export function versionOf(
  site: readonly ListedSnapshot[],
  slug: string,
  { corrects, revises, because }: Said,
  date: string,
): Version {
  const versions = site.find((one) => one.slug === slug)?.versions ?? [];
  if (corrects !== undefined && revises !== undefined) {
    throw new PublishRefused(
      'Say either --corrects or --revises: an error put right is no revision.',
    );
  }
  const previous = corrects ?? revises;
  if (previous === undefined) {
    if (versions.length === 0) return { number: 1, kind: 'first', why: '', previous: null };
    throw new PublishRefused(
      `${slug} is published already. Say which version this one --corrects or --revises: ${versions[0].hash}`,
    );
  }
  const [newest] = versions;
  if (!newest) throw new PublishRefused(`Nothing is published yet under ${slug}.`);
  if (!isHash(previous, newest.hash)) {
    throw new PublishRefused(
      `The newest version of ${slug} is ${newest.hash}: correct or revise that one.`,
    );
  }
  refuseBefore(date, newest.date, `Version ${newest.number} is of`);
  return {
    number: newest.number + 1,
    kind: corrects === undefined ? 'revision' : 'correction',
    why: needReason(because),
    previous: newest.hash,
  };
}

/**
 * Throws `PublishRefused` for a day before another. Today is always allowed: what bears a later date
 * by mistake has to be withdrawn or corrected too.
 */
export function refuseBefore(date: string, other: string, what: string): void {
  if (date >= other || date === today()) return;
  throw new PublishRefused(`${what} ${dateInWords(other)}: ${dateInWords(date)} is before that.`);
}

/** Throws `PublishRefused` for a day that has not come. */
export function refuseLater(date: string): void {
  if (date > today()) throw new PublishRefused(`${dateInWords(date)} has not come yet.`);
}

/** The day it is (ISO date). */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Return the reason; throws `PublishRefused` where there is none. */
export function needReason(because: string | undefined): string {
  const reason = because?.trim() ?? '';
  if (reason === '') throw new PublishRefused('Say what changed and why, with --because.');
  return reason;
}

/** Whether what a person wrote, at least eight digits, is the beginning of a hash. */
export function isHash(written: string, hash: string): boolean {
  return /^[0-9a-f]{8,64}$/.test(written) && hash.startsWith(written);
}
