import { afterEach, expect, test, vi } from 'vitest';
import {
  joinWorkshop,
  storeAnswer,
  withdrawDevice,
} from '../../src/lib/server/workshops/devices.ts';
import { endStreamsOf, eventStream } from '../../src/lib/server/workshops/event-stream.ts';
import { beginWorkshop, addAct, readRoom } from '../../src/lib/server/workshops/workshop-log.ts';
import type { Store } from '../../src/lib/server/store/store.ts';
import { MOST_SENT } from '../../src/lib/workshop/sent-lately.ts';
import { hostView } from '../../src/lib/workshop/views.ts';
import { plan } from '../workshop/rooms.ts';
import { describeEachStore } from './each-store.ts';

const at = '2027-03-09T10:00:00.000Z';

afterEach(() => {
  vi.restoreAllMocks();
});

async function begun(store: Store) {
  const id = await beginWorkshop(store, plan, { at, byRole: 'facilitator' });
  const come = (device: string) => joinWorkshop(store, id, { device, isPaper: false, at });
  return { id, come };
}

/** Read what comes, up to the first whole event; null at the end. */
async function hear(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string | null> {
  let heard = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return null;
    heard += new TextDecoder().decode(value);
    if (heard.includes('data: ')) return heard;
  }
}

const readerOf = (response: Response) => response.body!.getReader();

describeEachStore('streams of a room', (newStore) => {
  test('say nothing more once whoever listens may not, and end', async () => {
    const store = await (await newStore()).open();
    const { id, come } = await begun(store);
    let may = true;
    const reader = readerOf(eventStream(store, id, hostView, { mayStill: async () => may }));
    expect(await hear(reader)).toContain('id: 1');
    await come('a');
    expect(await hear(reader)).toContain('id: 2');
    may = false;
    await come('b');
    expect(await hear(reader)).toBeNull();
  });

  test('end at the next breath where nothing happens in the room', async () => {
    const intervals = vi.spyOn(globalThis, 'setInterval');
    const store = await (await newStore()).open();
    const { id } = await begun(store);
    let may = true;
    const reader = readerOf(eventStream(store, id, hostView, { mayStill: async () => may }));
    expect(await hear(reader)).toContain('id: 1');
    may = false;
    const end = hear(reader);
    const [breathe] = intervals.mock.calls.find(([, ms]) => ms === 15_000)!;
    (breathe as () => void)();
    expect(await end).toBeNull();
  });

  test('of one device are few, and end when it is handed on; others go on', async () => {
    const store = await (await newStore()).open();
    const { id, come } = await begun(store);
    const open = (device: string) => readerOf(eventStream(store, id, hostView, { device }));
    const other = open('b');
    const all = Array.from({ length: 9 }, () => open('a'));
    for (const reader of [other, ...all.slice(1)]) expect(await hear(reader)).toContain('id: 1');
    expect(await hear(all[0])).toBeNull();
    endStreamsOf('a');
    for (const reader of all) expect(await hear(reader)).toBeNull();
    await come('c');
    expect(await hear(other)).toContain('id: 2');
    await other.cancel();
  });
});

describeEachStore('what a device sends', (newStore) => {
  test('has a pace of its own, and taking back twice adds nothing', async () => {
    const store = await (await newStore()).open();
    const { id, come } = await begun(store);
    await come('a');
    await come('b');
    const opened = { act: 'opened' as const, round: 'decide' as const };
    await addAct(store, id, { key: 'open', at, deed: opened }, () => null);
    const answer = { kind: 'agree', says: 'agree' };
    const say = async (device: string, key: string, when = at) => {
      const room = (await readRoom(store.db, id))!;
      return storeAnswer(store, id, room, device, { key, question: 'decide-1', answer, at: when });
    };
    expect(await say('a', '1')).toBeNull();
    // As if it had sent all of them.
    (await readRoom(store.db, id))!.people.get('a')!.sent.count = MOST_SENT;
    expect(await say('a', '2')).toBe('too often');
    // What was taken before is known, and another device of the same hall goes on.
    expect(await say('a', '1')).toBeNull();
    expect(await say('b', '1')).toBeNull();
    expect(await say('a', '2', '2027-03-09T10:10:00.000Z')).toBeNull();
    expect(await withdrawDevice(store, id, 'a', at)).toBe(true);
    const { seq } = (await readRoom(store.db, id))!;
    expect(await withdrawDevice(store, id, 'a', at.replace('10:00', '10:01'))).toBe(true);
    expect((await readRoom(store.db, id))!.seq).toBe(seq);
  });
});
