import type { Room } from '$lib/workshop/room.ts';
import { screenView } from '$lib/workshop/views.ts';
import { joinAddress } from '../../join-address.server.ts';

/** What the projector shows, with where people join just now. */
export function screenSeen(room: Room, code: string, url: URL) {
  const { join, link } = joinAddress(code, url);
  return { ...screenView(room), join: { code, join, link } };
}
