import { json } from '@sveltejs/kit';
import { readLastChange } from '$lib/server/workshops/workshop-log.ts';
import { openRoom } from '../open-room.server.ts';
import type { RequestHandler } from './$types';

/** What changed last on the screen, from what it was to what it is. */
export const GET: RequestHandler = async ({ params }) => {
  const { store } = await openRoom(params.id);
  return json(await readLastChange(store.db, params.id));
};
