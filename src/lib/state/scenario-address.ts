/**
 * Whole scenarios in an address: `?s=` holds their titles and the changes they make, the model
 * and the engine they were made with and the version of this writing, as deflated JSON in
 * base64url. Nothing is kept on a server for it.
 */
import type { Change } from '../portfolio/portfolio.ts';
import { strangeCharacter } from '../portfolio/strange-character.ts';

/** Version of the writing; a reader that meets a newer one says so. Version 1 held one scenario. */
export const addressVersion = 2;

/** Longest `?s=` that is written or read; beyond it browsers and mail programs cut addresses. */
export const longestAddress = 2000;

/** Most bytes that a `?s=` may unpack to, so that a small address cannot fill the memory. */
const mostBytes = 64 * 1024;

const mostChanges = 200;

/** How many scenarios an address may hold: as many as may stand beside how it is now. */
export const mostAddressed = 5;

/** How long a title may be. */
export const longestTitle = 80;

/** A scenario that somebody made. */
export interface MadeScenario {
  /** Empty where nobody gave it one. */
  title: string;
  changes: Change[];
}

export interface Addressed {
  /** Hash of the model that the changes were made to, or its beginning. */
  model: string;
  /** Engine that its maker saw results of; empty where the address does not say. */
  engine: string;
  scenarios: MadeScenario[];
}

/** Why an address could not be read. */
export type AddressProblem = 'damaged' | 'newer version' | 'too long';

export type ReadAddress =
  { addressed: Addressed; problem: null } | { addressed: null; problem: AddressProblem };

/** Return the text for `?s=`, or null where it would be longer than an address may be. */
export async function writeAddress(addressed: Addressed): Promise<string | null> {
  const packed = await through(
    new CompressionStream('deflate-raw'),
    new TextEncoder().encode(writeContent(addressed)),
  );
  const text = toBase64Url(packed);
  return text.length <= longestAddress ? text : null;
}

/** Return the same content as JSON, for a file where it is too long for an address. */
export function writeContent({ model, engine, scenarios }: Addressed): string {
  const written = scenarios.map(({ title, changes }) => [plainTitle(title), changes]);
  return JSON.stringify([addressVersion, model, engine, written]);
}

/**
 * Return a title as it is read again: without what nobody sees, such as marks that turn a line,
 * and cut between characters where it is too long.
 */
export function plainTitle(title: string): string {
  let plain = '';
  for (const character of title) {
    if (plain.length + character.length > longestTitle) break;
    if (!strangeCharacter(character)) plain += character;
  }
  return plain;
}

/** Return the scenarios that the text of `?s=` holds, or why they cannot be read. */
export async function readAddress(text: string): Promise<ReadAddress> {
  if (text.length > longestAddress) return failed('too long');
  let content: string;
  try {
    const bytes = await through(
      new DecompressionStream('deflate-raw'),
      fromBase64Url(text),
      mostBytes,
    );
    content = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Whatever fails here (letters cut off, a changed letter), it means the same to the reader.
    return failed('damaged');
  }
  return readContent(content);
}

/** Return the scenarios that the JSON of `writeContent` holds, in any version of it. */
export function readContent(text: string): ReadAddress {
  if (text.length > mostBytes) return failed('too long');
  let content: unknown;
  try {
    content = JSON.parse(text, plainOnly);
  } catch {
    return failed('damaged');
  }
  if (!Array.isArray(content) || !Number.isInteger(content[0]) || content[0] < 1) {
    return failed('damaged');
  }
  if (content[0] > addressVersion) return failed('newer version');
  const [, model, ...rest] = content as [number, unknown, ...unknown[]];
  const [engine, scenarios] = content[0] === 1 ? ['', [['', rest[0]]]] : rest;
  if (typeof model !== 'string' || typeof engine !== 'string') return failed('damaged');
  if (!Array.isArray(scenarios) || scenarios.length > mostAddressed) return failed('damaged');
  const read = scenarios.map(readScenario).filter((scenario) => scenario !== null);
  if (read.length < scenarios.length) return failed('damaged');
  return { addressed: { model, engine, scenarios: read }, problem: null };
}

function failed(problem: AddressProblem): ReadAddress {
  return { addressed: null, problem };
}

/** Refuse what no text of a model may hold: a title or a name would be shown other than it is. */
function plainOnly(key: string, value: unknown): unknown {
  if (strangeCharacter(typeof value === 'string' ? key + value : key)) throw new SyntaxError(key);
  return value;
}

function readScenario(value: unknown): MadeScenario | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [title, changes] = value as unknown[];
  if (typeof title !== 'string' || title.length > longestTitle || !isChanges(changes)) return null;
  return { title, changes };
}

/** True for a list of changes in the shape that files have them. */
export function isChanges(value: unknown): value is Change[] {
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
