import { ModelReader } from './model-reader.svelte.ts';
import { CHANNEL, ownShelf, type OwnNews } from './own-models.ts';
import { OwnDraft } from './own-draft.svelte.ts';
import type { OwnWork } from './own-draft-context.ts';
import { OwnReading } from './own-reading.svelte.ts';

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
  const reader = new ModelReader();
  const forms = new ModelReader();
  const reading = new OwnReading({
    read: (texts) => reader.call('read', texts),
    check: (texts) => reader.call('check', texts),
  });
  channel?.addEventListener('message', ({ data }: MessageEvent<OwnNews>) => {
    if (data.key === key) void draft.hear(data.version);
  });
  const close = () => {
    reading.stop();
    reader.end();
    // What is still being put into the model is waited for, and kept.
    void draft.saveTyped().finally(() => {
      channel?.close();
      forms.end();
    });
  };
  const work = {
    ...{ draft, reading, forms },
    get restarts() {
      return reader.restarts + forms.restarts;
    },
  };
  return { work, close };
}
