import { openRoom } from '../open-room.server.ts';
import { screenSeen } from './screen-seen.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const { room, code } = await openRoom(params.id);
  return { id: params.id, seq: room.seq, view: screenSeen(room, code, url) };
};
