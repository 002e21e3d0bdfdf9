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
  /** What is to be seen next; undefined where there is nothing new. */
  let next: Room | null | undefined;
  let last = '';
  let end: () => void = () => undefined;

  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(text.encode('retry: 1500\n\n'));
      const unwatch = watchRoom(store, id, (room) => {
        next = room;
        say(controller);
      });
      const breath = setInterval(() => {
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(text.encode(': \n\n'));
      }, BREATH_MS).unref();
      end = () => {
        unwatch();
        clearInterval(breath);
      };
      const room = await readOpenRoom(store.db, id).catch((reason: unknown) => {
        end();
        throw reason;
      });
      // What was told meanwhile is newer.
      if (next === undefined) next = room;
    },
    pull: say,
    cancel: () => end(),
  });

  function say(controller: ReadableStreamDefaultController<Uint8Array>): void {
    if (next === undefined || (controller.desiredSize ?? 0) <= 0) return;
    const room = next;
    next = undefined;
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

  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
  });
}
