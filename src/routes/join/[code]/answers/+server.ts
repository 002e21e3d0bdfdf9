import { json } from '@sveltejs/kit';
import { storeAnswer, type AnswerProblem } from '$lib/server/workshops/devices.ts';
import { readRoom } from '$lib/server/workshops/workshop-log.ts';
import { withoutNul } from '$lib/server/without-nul.ts';
import { phoneView } from '$lib/workshop/views.ts';
import { isTheirs, roomOfDevice } from '../in-room.server.ts';
import { readSent } from '../read-sent.server.ts';
import type { RequestHandler } from './$types';

/** Take an answer from a phone: what is answered with 200 is on disk. */
export const POST: RequestHandler = async (event) => {
  const { request } = event;
  const found = await roomOfDevice(event);
  const { store, workshop, room, device } = found;
  const sent = readSent(await request.text());
  if (sent === 'too long') return refused(sent);
  if (!sent) return refused('not an answer');
  if (!isTheirs(found, sent.who)) return refused('handed on');
  const { key, question, answer } = sent;
  const at = new Date().toISOString();
  const problem = await storeAnswer(store, workshop.id, room, device, {
    ...{ key: withoutNul(String(key)).slice(0, 64), question: String(question), answer, at },
  });
  if (problem) return refused(problem);
  const now = await readRoom(store.db, workshop.id);
  return json({ seq: now?.seq ?? 0, view: now && phoneView(now, device) });
};

function refused(problem: AnswerProblem | 'handed on') {
  // A phone keeps what it sent too often, and sends it later.
  return json({ problem }, { status: problem === 'too often' ? 429 : 409 });
}
