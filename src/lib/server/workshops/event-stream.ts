import type { Room } from '../../workshop/room.ts';
import type { Store } from '../store/store.ts';
import { watchRoom } from './live-rooms.ts';
import { readOpenRoom } from './workshop-log.ts';

/** Something is said this often, so that whoever is between does not end a quiet connection. */
const BREATH_MS = 15_000;

type Controller = ReadableStreamDefaultController<Uint8Array>;

/** More pages than anybody opens on one phone. */
const MOST_OF_DEVICE = 8;

/** How the streams of a device are ended, oldest first. */
const ofDevices = new Map<string, Set<() => void>>();

/** Who listens. */
export interface Listening {
  /** What stands for a phone in the log: the oldest of too many streams of one phone ends. */
  device?: string;
  /** Asked again before anything is said, and at each breath: where it is not so, the stream ends. */
  mayStill?: () => Promise<boolean>;
}

/**
 * Return an answer that goes on: what `view` says of a room, whole, now and whenever it has changed,
 * under the number of the act it was seen after.
 *
 * A phone that sleeps, or is slow, gets the newest when it listens again and nothing in between, so
 * that nothing piles up. The stream ends where `view` is null, or the room is gone.
 */
export function eventStream(
  store: Store,
  id: string,
  view: (room: Room) => unknown,
  { device, mayStill }: Listening = {},
): Response {
  const text = new TextEncoder();
  /** What is to be seen next; undefined where there is nothing new. */
  let next: Room | null | undefined;
  let last = '';
  let isAsking = false;
  let isOver = false;
  let end: () => void = () => undefined;

  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(text.encode('retry: 1500\n\n'));
      const unwatch = watchRoom(store, id, (room) => {
        next = room;
        void say(controller);
      });
      const breath = setInterval(() => void breathe(controller), BREATH_MS).unref();
      const closeThis = () => close(controller);
      end = () => {
        isOver = true;
        unwatch();
        clearInterval(breath);
        if (device !== undefined) forget(device, closeThis);
      };
      if (device !== undefined) remember(device, closeThis);
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

  function close(controller: Controller): void {
    if (isOver) return;
    end();
    controller.close();
  }

  async function say(controller: Controller): Promise<void> {
    const canSay = () => !isOver && next !== undefined && hasRoom(controller);
    if (!canSay() || isAsking) return;
    if (mayStill && !(await isAllowed(controller))) return;
    if (!canSay()) return;
    const room = next;
    next = undefined;
    const seen = room && view(room);
    if (!room || seen === null) {
      close(controller);
      return;
    }
    const now = JSON.stringify(seen);
    if (now !== last) controller.enqueue(text.encode(`id: ${room.seq}\ndata: ${now}\n\n`));
    last = now;
  }

  async function breathe(controller: Controller): Promise<void> {
    if (isAsking || (mayStill && !(await isAllowed(controller)))) return;
    if (!isOver && hasRoom(controller)) controller.enqueue(text.encode(': \n\n'));
    // What came while it was asked waits.
    await say(controller);
  }

  async function isAllowed(controller: Controller): Promise<boolean> {
    isAsking = true;
    const may = await mayStill!().catch((reason: unknown) => {
      // Nobody can tell: the page comes back by itself, and is asked at the door.
      process.stderr.write(`Who listens to a workshop cannot be read: ${String(reason)}\n`);
      return false;
    });
    isAsking = false;
    if (!may) close(controller);
    return may;
  }

  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
  });
}

/** End what a device listens to: it was handed on, and whoever has it now sees their own. */
export function endStreamsOf(device: string): void {
  for (const close of ofDevices.get(device) ?? []) close();
}

function remember(device: string, close: () => void): void {
  const all = ofDevices.get(device) ?? new Set();
  ofDevices.set(device, all.add(close));
  const [oldest] = all;
  if (all.size > MOST_OF_DEVICE) oldest();
}

function forget(device: string, close: () => void): void {
  const all = ofDevices.get(device);
  all?.delete(close);
  if (all?.size === 0) ofDevices.delete(device);
}

function hasRoom({ desiredSize }: Controller): boolean {
  return (desiredSize ?? 0) > 0;
}
