import { eventStream } from '$lib/server/workshops/event-stream.ts';
import { hostView, screenView } from '$lib/workshop/views.ts';
import { openRoom } from '../open-room.server.ts';
import type { RequestHandler } from './$types';

/** What the facilitator's page or the projector shows, as it changes. */
export const GET: RequestHandler = async ({ params, url }) => {
  const { store } = await openRoom(params.id);
  const view = url.searchParams.get('for') === 'screen' ? screenView : hostView;
  return eventStream(store, params.id, view);
};
