/** Reads, checks and edits models off the page's own thread, so that nobody's typing waits for it. */
import type { ModelTexts } from '../portfolio/model-texts.ts';
import {
  checkedInShort,
  readerCalls,
  type FromReader,
  type ReaderCalls,
  type ToReader,
} from './reader-calls.ts';

/** What was read last: a page that comes to want the whole of it does not wait for another reading. */
let last: { text: string; read: ReturnType<ReaderCalls['read']> } | null = null;

function read(texts: ModelTexts): ReturnType<ReaderCalls['read']> {
  const text = JSON.stringify(texts);
  if (last?.text !== text) last = { text, read: readerCalls.read(texts) };
  return last.read;
}

const calls: ReaderCalls = {
  ...readerCalls,
  read,
  check: (texts) => checkedInShort(read(texts)),
};

self.addEventListener('message', ({ data: { job, call, args } }: MessageEvent<ToReader>) => {
  self.postMessage({ job, ...answer(call, args) } satisfies FromReader);
});

function answer(call: ToReader['call'], args: ToReader['args']) {
  try {
    const asked = calls[call] as (...args: readonly unknown[]) => unknown;
    return { kind: 'answer' as const, value: asked(...args) };
  } catch (error) {
    // Told to the page, not hidden.
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failed' as const, message };
  }
}
