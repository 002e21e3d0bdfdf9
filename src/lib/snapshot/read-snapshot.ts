import { canonicalJson } from '../experiment/canonical-json.ts';
import { sha256Hex } from './sha256.ts';
import { SNAPSHOT_FORMAT, type Snapshot, type Tombstone } from './snapshot.ts';
import { statusOf } from './status.ts';

/** What a file turned out to be. `problem` says why it is neither. */
export type ReadSnapshot =
  | { kind: 'snapshot'; snapshot: Snapshot; hash: string }
  | { kind: 'tombstone'; tombstone: Tombstone; hash: string }
  | { kind: 'neither'; problem: string };

/** Larger files are no snapshots, and are not read. */
export const MOST_BYTES = 32 * 1024 * 1024;

/**
 * Read a snapshot's file. Never throws.
 *
 * Only the one canonical text of a document is accepted: then the hash of the
 * file's bytes is the hash of the document, and any program can work it out.
 */
export function readSnapshot(bytes: Uint8Array): ReadSnapshot {
  if (bytes.length > MOST_BYTES) return neither('It is larger than 32 MB.');
  const text = decoded(bytes);
  if (text === null) return neither('It is not text in UTF-8.');
  const document = parsed(text);
  if (document === null) return neither('It is not JSON.');
  const { bide, format } = document;
  if (bide !== 'snapshot' && bide !== 'withdrawn snapshot') {
    return neither('It is JSON, but not a snapshot of Bide.');
  }
  if (format !== SNAPSHOT_FORMAT) {
    const found = typeof format === 'number' ? `format ${format}` : 'no format';
    return neither(`It has ${found}; this version of Bide knows format ${SNAPSHOT_FORMAT}.`);
  }
  const missing = (bide === 'snapshot' ? SNAPSHOT_SHAPE : TOMBSTONE_SHAPE).find(
    ([key, type]) => kindOf(document[key]) !== type,
  );
  if (missing) return neither(`“${missing[0]}” is missing, or is not ${missing[2]}.`);
  const hash = sha256Hex(bytes);
  if (!isCanonical(document, text)) {
    return neither(
      'It is not in the one form in which snapshots are published (RFC 8785): something was added, ' +
        'or it was saved by another program.',
    );
  }
  if (bide === 'withdrawn snapshot') {
    return { kind: 'tombstone', tombstone: document as unknown as Tombstone, hash };
  }
  const snapshot = document as unknown as Snapshot;
  const problem = contradiction(snapshot);
  return problem === null ? { kind: 'snapshot', snapshot, hash } : neither(problem);
}

type Shape = [key: string, type: string, inWords: string][];

const SNAPSHOT_SHAPE: Shape = [
  ['text', 'object', 'a mapping'],
  ['status', 'string', 'text'],
  ['version', 'object', 'a mapping'],
  ['published', 'string', 'text'],
  ['engine', 'string', 'text'],
  ['inputs', 'object', 'a mapping'],
  ['run', 'object', 'a mapping'],
  ['results', 'object', 'a mapping'],
  ['assumptions', 'list', 'a list'],
];

const TOMBSTONE_SHAPE: Shape = [
  ['slug', 'string', 'text'],
  ['withdrawn', 'string', 'text'],
  ['number', 'number', 'a number'],
  ['why', 'string', 'text'],
  ['on', 'string', 'text'],
];

/** What a snapshot says of itself must follow from what is in it. */
function contradiction({ text, status, inputs, run }: Snapshot): string | null {
  if (kindOf(text.roles) !== 'object' || kindOf(text.checklist) !== 'object') {
    return 'Its roles or its checklist cannot be read.';
  }
  if (typeof inputs.portfolio !== 'string' || kindOf(inputs.scenarios) !== 'list') {
    return 'The model that it was made from is missing.';
  }
  if (!isEdits(inputs.edits)) return 'What was made less exact in its model cannot be read.';
  if (kindOf(run.scenarios) !== 'list' || typeof run.seed !== 'number') {
    return 'How it was run is missing.';
  }
  const right = statusOf(text);
  return status === right ? null : `It says “${status}”, but what is in it makes it “${right}”.`;
}

function isEdits(edits: unknown): boolean {
  if (!Array.isArray(edits)) return false;
  return edits.every((edit: unknown) => {
    if (kindOf(edit) !== 'object') return false;
    const { path, what } = edit as Record<string, unknown>;
    return typeof path === 'string' && typeof what === 'string';
  });
}

function isCanonical(document: unknown, text: string): boolean {
  try {
    return canonicalJson(document) === text;
  } catch (error) {
    // Halves of characters, which JSON can escape and the canonical form cannot say.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Not UTF-8: the caller says so.
    return null;
  }
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return kindOf(value) === 'object' ? (value as Record<string, unknown>) : null;
  } catch {
    // Not JSON: the caller says so.
    return null;
  }
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return value === null ? 'nothing' : typeof value;
}

function neither(problem: string): ReadSnapshot {
  return { kind: 'neither', problem };
}
