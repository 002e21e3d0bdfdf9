import { error } from '@sveltejs/kit';
import { eventStream } from '$lib/server/workshops/event-stream.ts';
import { phoneView } from '$lib/workshop/views.ts';
import { isTheirs, roomOfDevice } from '../in-room.server.ts';
import type { RequestHandler } from './$types';

/** What this phone sees, as it changes. */
export const GET: RequestHandler = async (event) => {
  const found = await roomOfDevice(event);
  const { store, workshop, device } = found;
  // What the next person answered is not shown on the page of the one before.
  if (!isTheirs(found, event.url.searchParams.get('who'))) {
    error(409, 'This device was handed on to somebody else.');
  }
  return eventStream(store, workshop.id, (room) => phoneView(room, device), { device });
};
