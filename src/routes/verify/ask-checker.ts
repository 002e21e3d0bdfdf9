import CheckWorker from './check.worker.ts?worker';
import type { FromChecker, ToChecker } from './check-messages.ts';

type Answer<K extends ToChecker['kind']> = Extract<FromChecker, { kind: K }>;

/**
 * Ask a worker of its own one thing about a snapshot. Rejects with the signal's reason when it was
 * aborted, which ends the worker, and with an error in words where the worker stopped by itself.
 */
export async function askChecker<K extends ToChecker['kind']>(
  asked: Extract<ToChecker, { kind: K }>,
  { signal, onProgress }: { signal: AbortSignal; onProgress?: (share: number) => void },
): Promise<Answer<K>> {
  signal.throwIfAborted();
  const worker = new CheckWorker();
  const answered = new Promise<Answer<K>>((resolve, reject) => {
    const died = () => reject(new Error('your browser stopped it. Try again.'));
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.addEventListener('error', died);
    worker.addEventListener('messageerror', died);
    worker.addEventListener('message', ({ data }: MessageEvent<FromChecker>) => {
      if (data.kind === 'progress') onProgress?.(data.share);
      else if (data.kind === 'failed') reject(new Error(data.message));
      else resolve(data as Answer<K>);
    });
    worker.postMessage(asked);
  });
  return await answered.finally(() => worker.terminate());
}
