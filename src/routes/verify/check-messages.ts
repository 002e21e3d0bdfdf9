import type { SignatureVerdict } from '$lib/snapshot/minisign.ts';
import type { ReadSnapshot } from '$lib/snapshot/read-snapshot.ts';
import type { Snapshot } from '$lib/snapshot/snapshot.ts';
import type { Rerun } from '$lib/snapshot/verify.ts';

/** What came of checking a signature. */
export type Signed = SignatureVerdict | 'no signature' | 'no key';

/** What the worker that checks snapshots is asked. */
export type ToChecker =
  | { kind: 'read'; bytes: Uint8Array }
  | { kind: 'signed'; bytes: Uint8Array; signature: string; key: string }
  | { kind: 'again'; snapshot: Snapshot; engine: string };

export type FromChecker =
  | { kind: 'read'; read: ReadSnapshot }
  | { kind: 'signed'; signed: Signed }
  | { kind: 'again'; again: Rerun }
  | { kind: 'progress'; share: number }
  | { kind: 'failed'; message: string };
