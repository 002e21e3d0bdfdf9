/** Who watches which room: each is told when something happened there, here or on another server. */
import type { Room } from '../../workshop/room.ts';
import type { Store } from '../store/store.ts';
import { readOpenRoom } from './workshop-log.ts';

/** Answers that come at once are told of at once; a screen still changes within 200 ms. */
const TOGETHER_MS = 50;

/** How often the store is asked for what other processes wrote. */
const LOOK_MS = 1000;

/** Gets the room as it is now; null once it is gone. All of a room share one reading of it. */
type Listener = (room: Room | null) => void;

const listeners = new Map<string, Set<Listener>>();
const due = new Set<string>();
let shared: Store | null = null;
let looking: NodeJS.Timeout | null = null;
const seen = new Map<string, number>();

/** Listen to a room until the returned function is called. */
export function watchRoom(store: Store, id: string, listener: Listener): () => void {
  shared = store;
  const all = listeners.get(id) ?? new Set();
  listeners.set(id, all.add(listener));
  looking ??= setInterval(() => void look(store), LOOK_MS).unref();
  return () => {
    all.delete(listener);
    if (all.size > 0 || listeners.get(id) !== all) return;
    listeners.delete(id);
    seen.delete(id);
    if (listeners.size === 0 && looking) clearInterval(looking);
    if (listeners.size === 0) looking = null;
  };
}

/** Tell those who watch a room that something happened in it. */
export function tellRoom(id: string): void {
  if (due.has(id)) return;
  due.add(id);
  setTimeout(() => {
    due.delete(id);
    void tellNow(id);
  }, TOGETHER_MS);
}

async function tellNow(id: string): Promise<void> {
  const all = listeners.get(id);
  if (!all || !shared) return;
  try {
    const room = await readOpenRoom(shared.db, id);
    for (const listener of all) listener(room);
  } catch (reason) {
    process.stderr.write(`A workshop cannot be read: ${String(reason)}\n`);
  }
}

async function look(store: Store): Promise<void> {
  try {
    const rows = await store.db
      .selectFrom('workshop_act')
      .select(({ fn }) => ['workshop', fn.max('seq').as('seq')])
      .where('workshop', 'in', [...listeners.keys()])
      .groupBy('workshop')
      .execute();
    for (const { workshop, seq } of rows) {
      // Nobody watches it any more: nothing of it is kept.
      if (!listeners.has(workshop)) continue;
      const isNew = seen.has(workshop) && seen.get(workshop) !== Number(seq);
      seen.set(workshop, Number(seq));
      if (isNew) tellRoom(workshop);
    }
  } catch (reason) {
    process.stderr.write(`A workshop cannot be looked at: ${String(reason)}\n`);
  }
}
