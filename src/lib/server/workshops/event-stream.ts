import type { Room } from '../../workshop/room.ts';
import type { Store } from '../store/store.ts';
import { watchRoom } from './live-rooms.ts';
import { readOpenRoom } from './workshop-log.ts';

/** Something is said this often, so that whoever is between does not end a quiet connection. */
const BREATH_MS = 15_000;

/**
 * Return an answer that goes on: what `view` says of a room, whole, now and whenever it has changed,
 * under the number of the act it was seen after.
 *
 * A phone that sleeps, or is slow, gets the newest when it listens again and nothing in between, so
 * that nothing piles up. The stream ends where `view` is null, or the room is gone.
 */
export function eventStream(store: Store, id: string, view: (room: Room) => unknown): Response {
  const text = new TextEncoder();
  let isChanged = true;
  let isBusy = false;
  let last = '';
  let end: () => void;

  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(text.encode('retry: 1500\n\n'));
      const unwatch = watchRoom(store, id, () => {
        isChanged = true;
        void say(controller);
      });
      const breath = setInterval(() => {
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(text.encode(': \n\n'));
      }, BREATH_MS).unref();
      end = () => {
        unwatch();
        clearInterval(breath);
      };
    },
    pull: (controller) => say(controller),
    cancel: () => end(),
  });

  async function say(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    if (isBusy || !isChanged || (controller.desiredSize ?? 0) <= 0) return;
    isBusy = true;
    try {
      while (isChanged) {
        isChanged = false;
        const room = await readOpenRoom(store.db, id);
        const seen = room && view(room);
        if (!room || seen === null) {
          end();
          controller.close();
          return;
        }
        const now = JSON.stringify(seen);
        if (now !== last) controller.enqueue(text.encode(`id: ${room.seq}\ndata: ${now}\n\n`));
        last = now;
      }
    } catch (reason) {
      end();
      controller.error(reason);
    } finally {
      isBusy = false;
    }
  }

  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
  });
}
