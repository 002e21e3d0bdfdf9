import { json } from '@sveltejs/kit';
import { storePoint, type PointProblem } from '$lib/server/workshops/devices.ts';
import { readRoom } from '$lib/server/workshops/workshop-log.ts';
import { withoutNul } from '$lib/server/without-nul.ts';
import { phoneView } from '$lib/workshop/views.ts';
import { readSent } from '../read-sent.server.ts';
import { isTheirs, roomOfDevice } from '../in-room.server.ts';
import type { RequestHandler } from './$types';

/** Take what a phone says of its own accord: what is answered with 200 is on disk. */
export const POST: RequestHandler = async (event) => {
  const { request } = event;
  const found = await roomOfDevice(event);
  const { store, workshop, device } = found;
  const text = await request.text();
  const sent = readSent(text);
  if (sent === 'too long') return refused(sent);
  if (!sent) return refused('not a point');
  const at = new Date().toISOString();
  if (!isTheirs(found, sent.who)) return refused('handed on');
  const { key, point } = sent;
  const problem = await storePoint(store, workshop.id, device, {
    ...{ key: withoutNul(String(key)).slice(0, 64), point, at },
  });
  if (problem) return refused(problem);
  const now = await readRoom(store.db, workshop.id);
  return json({ seq: now?.seq ?? 0, view: now && phoneView(now, device) });
};

function refused(problem: PointProblem | 'handed on') {
  // A phone keeps what it sent too often, and sends it later.
  return json({ problem }, { status: problem === 'too often' ? 429 : 409 });
}
