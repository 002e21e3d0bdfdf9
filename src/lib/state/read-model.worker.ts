/** Reads, checks and edits models off the page's own thread, so that nobody's typing waits for it. */
import { readerCalls, type FromReader, type ToReader } from './reader-calls.ts';

self.addEventListener('message', ({ data: { job, call, args } }: MessageEvent<ToReader>) => {
  self.postMessage({ job, ...answer(call, args) } satisfies FromReader);
});

function answer(call: ToReader['call'], args: ToReader['args']) {
  try {
    const asked = readerCalls[call] as (...args: readonly unknown[]) => unknown;
    return { kind: 'answer' as const, value: asked(...args) };
  } catch (error) {
    // Told to the page, not hidden.
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failed' as const, message };
  }
}
