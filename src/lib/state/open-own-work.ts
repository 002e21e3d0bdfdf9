import { ModelReader } from './model-reader.svelte.ts';
import { CHANNEL, ownShelf, type OwnNews } from './own-models.ts';
import { OwnDraft } from './own-draft.svelte.ts';
import { OwnReading } from './own-reading.svelte.ts';
import { workLeft, type Opened } from './work-left.ts';

/**
 * Open one of this browser's own models for work, in touch with other tabs that have it open; null
 * where there is none of that key. What could not be kept when its pages were left is there again.
 */
export async function openOwnWork(key: string): Promise<Opened | null> {
  const shelf = await ownShelf();
  const waiting = workLeft.takeBack(key);
  if (waiting) return waiting;
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
  const end = () => {
    reading.stop();
    reader.end();
    forms.end();
    channel?.close();
  };
  const work = {
    ...{ draft, reading, forms },
    get restarts() {
      return reader.restarts + forms.restarts;
    },
  };
  const opened: Opened = { work, close: () => void workLeft.leave(opened, end) };
  return opened;
}
