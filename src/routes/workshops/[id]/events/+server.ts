import { mayStillRead } from '$lib/server/may-still-read.ts';
import { eventStream } from '$lib/server/workshops/event-stream.ts';
import { hostView } from '$lib/workshop/views.ts';
import { openRoom } from '../open-room.server.ts';
import { screenSeen } from '../screen/screen-seen.server.ts';
import type { RequestHandler } from './$types';

/** What the facilitator's page or the projector shows, as it changes. */
export const GET: RequestHandler = async ({ params, url, locals, route }) => {
  const { store, code } = await openRoom(params.id);
  const isScreen = url.searchParams.get('for') === 'screen';
  // The table of permissions lets nobody come here who is not signed in.
  const person = locals.person!;
  return eventStream(
    store,
    params.id,
    (room) => (isScreen ? screenSeen(room, code, url) : hostView(room)),
    { mayStill: () => mayStillRead(store, person, route.id, new Date()) },
  );
};
