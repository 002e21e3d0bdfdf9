import { eventStream } from '$lib/server/workshops/event-stream.ts';
import { phoneView } from '$lib/workshop/views.ts';
import { roomOfDevice } from '../in-room.server.ts';
import type { RequestHandler } from './$types';

/** What this phone sees, as it changes. */
export const GET: RequestHandler = async ({ params, cookies }) => {
  const { store, workshop, device } = await roomOfDevice(params.code, cookies);
  return eventStream(store, workshop.id, (room) => phoneView(room, device));
};
