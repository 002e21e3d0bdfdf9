/** What lists say of published versions, without all that is in them. */
import { SHORT } from './freeze.ts';
import type { Snapshot, Tombstone } from './snapshot.ts';

/** What a list says of a snapshot that stands. */
export interface About {
  title: string;
  question: string;
  summary: string;
  /** Null where the version is not as it was published: nobody can tell. */
  status: Snapshot['status'] | null;
  /** What its model says of itself on every page; empty where it says nothing. */
  notice: string;
  /** Null as for `status`. */
  kind: Snapshot['version']['kind'] | null;
  /** What this version changed and why; empty for the first, and where nobody can tell. */
  why: string;
}

interface Place {
  slug: string;
  hash: string;
  /** From 1. */
  number: number;
  /** ISO date: the day it was published, or withdrawn. */
  date: string;
}

/** One version at its fixed address. */
export type ListedVersion =
  | (Place & { kind: 'snapshot'; previous: string | null; about: About })
  | (Place & { kind: 'tombstone'; tombstone: Tombstone });

/** All versions of one snapshot, the newest first. */
export interface ListedSnapshot {
  slug: string;
  versions: ListedVersion[];
}

/** A name as it stands in addresses. */
export const SLUG = /^[a-z][a-z0-9-]*$/;

/** A fingerprint in full. */
export const HASH = /^[0-9a-f]{64}$/;

/** Return what lists say of a snapshot. */
export function listedVersion(
  { text, status, version, published, results }: Snapshot,
  hash: string,
): ListedVersion & { kind: 'snapshot' } {
  const { slug, title, question, summary } = text;
  const { number, kind, why, previous } = version;
  const { notice } = results.summary.portfolio;
  return {
    kind: 'snapshot',
    slug,
    hash,
    number,
    date: published,
    previous,
    about: { title, question, summary, status, notice, kind, why },
  };
}

/** Return what lists say of a version whose snapshot is not as it was published: nothing of it. */
export function listedAltered(
  place: Place & { previous: string | null },
): ListedVersion & { kind: 'snapshot' } {
  const about: About = {
    title: `${place.slug}: not as it was published`,
    question: '',
    summary:
      'This version was altered after it was published, or part of it is lost. Nothing of it is shown.',
    ...{ status: null, notice: '', kind: null, why: '' },
  };
  return { kind: 'snapshot', ...place, about };
}

/** Return what lists say of a version that was withdrawn. */
export function listedTombstone(tombstone: Tombstone): ListedVersion & { kind: 'tombstone' } {
  const { slug, withdrawn, number, on } = tombstone;
  return { kind: 'tombstone', slug, hash: withdrawn, number, date: on, tombstone };
}

/** Put versions together by what they are of: what is newest first, and so the versions of each. */
export function bySlug(versions: readonly ListedVersion[]): ListedSnapshot[] {
  const slugs = new Map<string, ListedVersion[]>();
  for (const one of versions) slugs.set(one.slug, [...(slugs.get(one.slug) ?? []), one]);
  const newest = ({ versions: [first] }: ListedSnapshot) => first.date;
  return [...slugs]
    .map(([slug, all]) => ({ slug, versions: all.sort((a, b) => b.number - a.number) }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
    .sort((a, b) => (newest(a) < newest(b) ? 1 : newest(a) > newest(b) ? -1 : 0));
}

/** Return the version that a snapshot took the place of; none for a first, or a tombstone. */
export function previousOf(
  after: ListedVersion,
  versions: readonly ListedVersion[],
): ListedVersion | undefined {
  if (after.kind !== 'snapshot') return undefined;
  return versions.find(({ hash }) => hash === after.previous);
}

/** Whether a version is not as it was published, so that nothing of it can be told. */
export function isAltered(one: ListedVersion): boolean {
  return one.kind === 'snapshot' && one.about.kind === null;
}

/**
 * Return what a version put right in the one before it; undefined where it is no correction, or
 * `isAltered`.
 */
export function correctedBy(one: ListedVersion): Tombstone['corrected'] {
  if (one.kind === 'tombstone') return one.tombstone.corrected;
  const { previous, about } = one;
  if (about.kind !== 'correction' || previous === null) return undefined;
  return { version: previous, why: about.why };
}

/** An error in a version, and why it was corrected; null: it cannot be told whether there is one. */
export interface FoundError {
  why: string | null;
}

/**
 * Return the error for which a version was corrected; null where it was not. The error is in it
 * whether or not the correction still stands. What follows it and was altered may be a correction.
 */
export function errorIn(
  { hash }: ListedVersion,
  versions: readonly ListedVersion[],
): FoundError | null {
  const corrected = versions.map(correctedBy).find((one) => one?.version === hash);
  if (corrected) return { why: corrected.why };
  const isUntold = versions.some(
    (one) => one.kind === 'snapshot' && one.previous === hash && isAltered(one),
  );
  return isUntold ? { why: null } : null;
}

/** Name of the page that says what differs between two versions. */
export function changesName(before: string, after: string): string {
  return `${before.slice(0, SHORT)}-${after.slice(0, SHORT)}.html`;
}

/** Return the words that a snapshot is found by, in lower case: what people wrote, and its scenarios. */
export function searchWords({ text, results }: Snapshot): string {
  const { slug, title, question, summary, narrative, decision, limits } = text;
  const all = [...(text.rankedFirst ?? []), ...text.dissent, ...text.cannotShow];
  const said = all.map(({ says }) => says);
  const options = text.notChosen.map(({ option }) => option);
  const scenarios = results.summary.scenarios.map((scenario) => scenario.title);
  const organisations = Object.values(text.roles).map(({ organisation }) => organisation);
  return [slug, title, question, summary, narrative, decision]
    .concat(limits, said, options, scenarios, organisations)
    .map((words) => words.toLowerCase().replace(/\s+/g, ' ').trim())
    .join('\n');
}

/** Return the words that somebody looks for, each of which has to be there. At most ten. */
export function wordsSought(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10);
}
