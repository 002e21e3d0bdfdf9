/** A workshop that was held, for tests of what becomes of its words. */
import type { Store } from '../../src/lib/server/store/store.ts';
import { joinWorkshop, storeAnswer, storePoint } from '../../src/lib/server/workshops/devices.ts';
import { addAct, beginWorkshop, readRoom } from '../../src/lib/server/workshops/workshop-log.ts';
import type { HostDeed } from '../../src/lib/workshop/act.ts';
import { refuseDeed } from '../../src/lib/workshop/may-act.ts';
import { plan } from '../workshop/rooms.ts';

export const at = '2027-03-09T10:00:00.000Z';
export const model = 'one-worker-one-contract';
export const own = 'Nobody ever asked me before';
export const point = 'The map leaves out the ferry';

/** A workshop that has ended, in which one phone allowed both of what it said to be quoted. */
export async function heldWorkshop(store: Store): Promise<string> {
  const id = await beginWorkshop(
    store,
    { ...plan, portfolio: model },
    { at, byRole: 'facilitator' },
  );
  const host = (deed: HostDeed) =>
    addAct(store, id, { key: `host ${deed.act}`, at, deed }, (room) => refuseDeed(room, deed));
  for (const device of ['a', 'b', 'c', 'd', 'e', 'f']) {
    await joinWorkshop(store, id, { device, isPaper: false, at });
  }
  await host({ act: 'opened', round: 'decide' });
  for (const device of ['a', 'b', 'c', 'd', 'e', 'f']) {
    const says = device < 'c' ? 'disagree' : 'agree';
    const words = device === 'a' ? own : '';
    const answer = { kind: 'agree', says, words, mayQuote: device === 'a' };
    const sent = { key: '1', question: 'decide-1', answer, at };
    const room = (await readRoom(store.db, id))!;
    taken(await storeAnswer(store, id, room, device, sent));
  }
  const said = { kind: 'cannot hold', words: point, mayQuote: true };
  taken(await storePoint(store, id, 'a', { key: '1', point: said, at }));
  await host({ act: 'closed', round: 'decide' });
  await host({ act: 'ended' });
  return id;
}

function taken(refused: string | null): void {
  if (refused !== null) throw new Error(`It was not taken: ${refused}`);
}
