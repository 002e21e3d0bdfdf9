import { joinAddress } from '../../join-address.server.ts';
import { openRoom } from '../open-room.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const { room, code } = await openRoom(params.id);
  return { id: params.id, plan: room.plan, join: joinAddress(code, url) };
};
