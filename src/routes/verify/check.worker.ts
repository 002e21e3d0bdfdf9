/**
 * Checks snapshots off the page's own thread: reading a file of many megabytes, hashing it, and
 * reading and running the model in it, with a pool of workers of its own.
 */
import { browserPool } from '$lib/experiment/browser-pool.ts';
import { readPublicKey, readSignature, verifySignature } from '$lib/snapshot/minisign.ts';
import { readSnapshot } from '$lib/snapshot/read-snapshot.ts';
import { rerun } from '$lib/snapshot/verify.ts';
import type { FromChecker, Signed, ToChecker } from './check-messages.ts';
import { verifyInBrowser } from './ed25519.ts';

const post = (message: FromChecker) => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<ToChecker>) => {
  answer(data).then(post, (error: unknown) => {
    // Told to the page, not hidden.
    post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  });
});

async function answer(asked: ToChecker): Promise<FromChecker> {
  switch (asked.kind) {
    case 'read':
      return { kind: 'read', read: readSnapshot(asked.bytes) };
    case 'signed':
      return { kind: 'signed', signed: await signedBy(asked) };
    case 'again': {
      const pool = browserPool();
      const again = await rerun(
        asked.snapshot,
        asked.engine,
        (request, onProgress) =>
          pool.run({ ...request, threads: Number.MAX_SAFE_INTEGER }, { onProgress }),
        (share) => post({ kind: 'progress', share }),
      );
      pool.close();
      return { kind: 'again', again };
    }
  }
}

async function signedBy({
  bytes,
  signature,
  key,
}: Extract<ToChecker, { kind: 'signed' }>): Promise<Signed> {
  const read = readSignature(signature);
  const publicKey = readPublicKey(key);
  if (!read) return 'no signature';
  if (!publicKey) return 'no key';
  return verifySignature(bytes, read, publicKey, verifyInBrowser);
}
