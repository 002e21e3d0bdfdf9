import { CHANNEL, ownShelf, type OwnNews } from './own-models.ts';
import { OwnDraft } from './own-draft.svelte.ts';
import type { OwnWork } from './own-draft-context.ts';
import { OwnReading, workerReader } from './own-reading.svelte.ts';

/**
 * Open one of this browser's own models for work, in touch with other tabs that have it open; null
 * where there is none of that key. `close` ends the worker and the listening.
 */
export async function openOwnWork(
  key: string,
): Promise<{ work: OwnWork; close: () => void } | null> {
  const shelf = await ownShelf();
  const model = await shelf.get(key);
  if (!model || model.deletedAt) return null;
  const channel = shelf.isKept ? new BroadcastChannel(CHANNEL) : null;
  const announce = (of: string, version: number) =>
    channel?.postMessage({ key: of, version } satisfies OwnNews);
  const draft = new OwnDraft(model, shelf, { now: () => Date.now(), announce });
  const reader = workerReader();
  const reading = new OwnReading(reader.read);
  channel?.addEventListener('message', ({ data }: MessageEvent<OwnNews>) => {
    if (data.key === key) void draft.hear(data.version);
  });
  const close = () => {
    void draft.save();
    channel?.close();
    reading.stop();
    reader.end();
  };
  return { work: { draft, reading }, close };
}
