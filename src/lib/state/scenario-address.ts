/**
 * A whole scenario in an address: `?s=` holds the changes it makes, the model
 * they were made to and the version of this writing, as deflated JSON in
 * base64url. Nothing is kept on a server for it.
 */
import type { Change } from '../portfolio/portfolio.ts';

/** Version of the writing; a reader that meets a newer one says so. */
export const addressVersion = 1;

/** Longest `?s=` that is written or read; beyond it browsers and mail programs cut addresses. */
export const longestAddress = 2000;

/** Most bytes that a `?s=` may unpack to, so that a small address cannot fill the memory. */
const mostBytes = 64 * 1024;

const mostChanges = 200;

export interface AddressedScenario {
  /** Hash of the model that the changes were made to, or its beginning. */
  model: string;
  changes: Change[];
}

/** Why an address could not be read. */
export type AddressProblem = 'damaged' | 'newer version' | 'too long';

export type ReadAddress =
  { scenario: AddressedScenario; problem: null } | { scenario: null; problem: AddressProblem };

/** Return the text for `?s=`, or null where it would be longer than an address may be. */
export async function writeAddress(scenario: AddressedScenario): Promise<string | null> {
  const json = JSON.stringify([addressVersion, scenario.model, scenario.changes]);
  const packed = await through(
    new CompressionStream('deflate-raw'),
    new TextEncoder().encode(json),
  );
  const text = toBase64Url(packed);
  return text.length <= longestAddress ? text : null;
}

/** Return the scenario that the text of `?s=` holds, or why it cannot be read. */
export async function readAddress(text: string): Promise<ReadAddress> {
  if (text.length > longestAddress) return { scenario: null, problem: 'too long' };
  let content: unknown;
  try {
    const bytes = await through(
      new DecompressionStream('deflate-raw'),
      fromBase64Url(text),
      mostBytes,
    );
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Whatever fails here (letters cut off, a changed letter), it means the same to the reader.
    return { scenario: null, problem: 'damaged' };
  }
  if (!Array.isArray(content) || !Number.isInteger(content[0])) {
    return { scenario: null, problem: 'damaged' };
  }
  const [version, model, changes] = content as [number, unknown, unknown];
  if (version > addressVersion) return { scenario: null, problem: 'newer version' };
  if (version < 1 || typeof model !== 'string' || !isChanges(changes)) {
    return { scenario: null, problem: 'damaged' };
  }
  return { scenario: { model, changes }, problem: null };
}

function isChanges(value: unknown): value is Change[] {
  return Array.isArray(value) && value.length <= mostChanges && value.every(isChange);
}

function isChange(value: unknown): value is Change {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value).sort().join(' ');
  const change = value as Record<string, unknown>;
  if (keys === 'set to') return typeof change.set === 'string';
  if (keys === 'remove') return typeof change.remove === 'string';
  return keys === 'add as' && typeof change.add === 'string';
}

/** Send bytes through a stream; throws where more than `most` bytes come out. */
async function through(
  transform: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
  most = Infinity,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError('The address unpacks to more than is allowed.');
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]+$/.test(text)) throw new SyntaxError('The address holds a letter it never has.');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
