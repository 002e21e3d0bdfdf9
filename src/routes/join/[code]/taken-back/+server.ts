import { json } from '@sveltejs/kit';
import { withdrawDevice } from '$lib/server/workshops/devices.ts';
import { readRoom } from '$lib/server/workshops/workshop-log.ts';
import { phoneView } from '$lib/workshop/views.ts';
import { isTheirs, roomOfDevice } from '../in-room.server.ts';
import { readSent } from '../read-sent.server.ts';
import type { RequestHandler } from './$types';

/** Take back all that a phone said: what is answered with 200 is on disk. */
export const POST: RequestHandler = async (event) => {
  const found = await roomOfDevice(event);
  const { store, workshop, device } = found;
  const sent = readSent(await event.request.text());
  const isOurs = sent !== null && sent !== 'too long' && isTheirs(found, sent.who);
  if (!isOurs) return refused('handed on');
  const isDone = await withdrawDevice(store, workshop.id, device, new Date().toISOString());
  if (!isDone) return refused('too late to take back');
  const now = await readRoom(store.db, workshop.id);
  return json({ seq: now?.seq ?? 0, view: now && phoneView(now, device) });
};

const refused = (problem: 'handed on' | 'too late to take back') =>
  json({ problem }, { status: 409 });
