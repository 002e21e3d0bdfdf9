import { canonicalJson } from '../experiment/canonical-json.ts';
import { sha256Hex } from './sha256.ts';
import type { Snapshot, Tombstone } from './snapshot.ts';
import { statusOf } from './status.ts';

/** A document in the one text it has, under the hash of that text. */
export interface Frozen<T> {
  document: T;
  /** The canonical text (RFC 8785): the bytes of the file, and what is signed. */
  text: string;
  /** SHA-256 of the text in UTF-8, in hexadecimal. */
  hash: string;
}

/** Digits of a hash that stand for it where there is little room. */
export const SHORT = 12;

/** Freeze a snapshot. Its status follows from its text, so nobody can write another. */
export function freeze(snapshot: Omit<Snapshot, 'bide' | 'format' | 'status'>): Frozen<Snapshot> {
  return frozen({ ...snapshot, bide: 'snapshot', format: 1, status: statusOf(snapshot.text) });
}

/** Freeze what stays where a version was withdrawn. */
export function freezeTombstone(
  {
    slug,
    hash: withdrawn,
    number,
    ...rest
  }: { slug: string; hash: string; number: number } & Pick<Tombstone, 'corrected'>,
  why: string,
  on: string,
): Frozen<Tombstone> {
  const corrected = rest.corrected ? { corrected: rest.corrected } : {};
  const place = { slug, withdrawn, number };
  return frozen({ bide: 'withdrawn snapshot', format: 1, ...place, why, ...corrected, on });
}

function frozen<T>(document: T): Frozen<T> {
  const text = canonicalJson(document);
  return { document, text, hash: sha256Hex(text) };
}
