/**
 * Signatures and public keys as minisign writes them (Frank Denis, jedisct1.github.io/minisign):
 * small texts that other people's programs verify. What signs and verifies Ed25519 is passed in.
 *
 * The signature is that of the file's BLAKE2b-512 ("ED"), so that a file of any size is signed the
 * same; the trusted comment beside it is signed too.
 */
import { blake2b512 } from './blake2b.ts';

export interface PublicKey {
  /** Eight bytes that name the key. */
  id: Uint8Array;
  /** Ed25519, 32 bytes. */
  key: Uint8Array;
}

export interface Signature {
  /** "ED": of the file's BLAKE2b-512. "Ed": of the file itself, as older versions wrote. */
  kind: 'ED' | 'Ed';
  id: Uint8Array;
  /** Ed25519, 64 bytes. */
  signature: Uint8Array;
  trustedComment: string;
  /** Ed25519 over the signature and the trusted comment, 64 bytes. */
  ofComment: Uint8Array;
}

/** Signs with Ed25519; gives 64 bytes. */
export type Sign = (message: Uint8Array) => Uint8Array;

/** Whether an Ed25519 signature is right; null where this place cannot tell. */
export type VerifyEd25519 = (
  key: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => Promise<boolean | null>;

/** What is found of a signature. */
export type SignatureVerdict = 'good' | 'wrong' | 'other key' | 'cannot tell';

/** Return the text of a `.minisig` file for bytes. `id` names the key. */
export function signatureText(
  bytes: Uint8Array,
  id: Uint8Array,
  sign: Sign,
  trustedComment: string,
): string {
  const comment = trustedComment.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
  const signature = sign(blake2b512(bytes));
  const ofComment = sign(joined(signature, utf8(comment)));
  return [
    'untrusted comment: signature from bide publish',
    base64(joined(utf8('ED'), id, signature)),
    `trusted comment: ${comment}`,
    base64(ofComment),
    '',
  ].join('\n');
}

/** Return the text of a `.pub` file. */
export function publicKeyText({ id, key }: PublicKey): string {
  return `untrusted comment: minisign public key ${keyName(id)}\n${publicKeyLine({ id, key })}\n`;
}

/** Return a public key on one line, as `minisign -P` takes it. */
export function publicKeyLine({ id, key }: PublicKey): string {
  return base64(joined(utf8('Ed'), id, key));
}

/** Return the name that minisign gives to a key: its eight bytes, the last first. */
export function keyName(id: Uint8Array): string {
  return Array.from(id, (byte) => byte.toString(16).padStart(2, '0'))
    .reverse()
    .join('')
    .toUpperCase();
}

/** Read a public key: a `.pub` file, or its line of base64 alone; null where it is none. */
export function readPublicKey(text: string): PublicKey | null {
  const line = text
    .split(/\r?\n/)
    .map((one) => one.trim())
    .find((one) => one !== '' && !/^untrusted comment:/i.test(one));
  const bytes = line === undefined ? null : fromBase64(line);
  if (bytes?.length !== 42 || word(bytes) !== 'Ed') return null;
  return { id: bytes.slice(2, 10), key: bytes.slice(10) };
}

/** Read a `.minisig` file; null where it is none. */
export function readSignature(text: string): Signature | null {
  const [untrusted, first, trusted, second] = text.split(/\r?\n/);
  if (!untrusted?.startsWith('untrusted comment: ') || !trusted?.startsWith('trusted comment: ')) {
    return null;
  }
  const bytes = fromBase64(first);
  const ofComment = fromBase64(second ?? '');
  if (bytes?.length !== 74 || ofComment?.length !== 64) return null;
  const kind = word(bytes);
  if (kind !== 'ED' && kind !== 'Ed') return null;
  return {
    kind,
    id: bytes.slice(2, 10),
    signature: bytes.slice(10),
    trustedComment: trusted.slice('trusted comment: '.length),
    ofComment,
  };
}

/** Say whether a signature is of these bytes, by this key, its trusted comment included. */
export async function verifySignature(
  bytes: Uint8Array,
  { kind, id, signature, trustedComment, ofComment }: Signature,
  publicKey: PublicKey,
  verify: VerifyEd25519,
): Promise<SignatureVerdict> {
  if (keyName(id) !== keyName(publicKey.id)) return 'other key';
  const signed = kind === 'ED' ? blake2b512(bytes) : bytes;
  const isOfFile = await verify(publicKey.key, signed, signature);
  const isOfComment = await verify(
    publicKey.key,
    joined(signature, utf8(trustedComment)),
    ofComment,
  );
  if (isOfFile === null || isOfComment === null) return 'cannot tell';
  return isOfFile && isOfComment ? 'good' : 'wrong';
}

function word(bytes: Uint8Array): string {
  return String.fromCharCode(bytes[0], bytes[1]);
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => Array.from(part)));
}

/** Return bytes as base64. */
export function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
