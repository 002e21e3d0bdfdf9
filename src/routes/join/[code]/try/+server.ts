import { json } from '@sveltejs/kit';
import { showModel } from '$lib/server/models.ts';
import { answerOfDesign } from '$lib/server/workshops/design-answers.ts';
import { LOOKS } from '$lib/workshop/design-answer.ts';
import { readSettings } from '$lib/workshop/designs.ts';
import { questionOf } from '$lib/workshop/plan.ts';
import { roomOfDevice } from '../in-room.server.ts';
import type { RequestHandler } from './$types';

/** Longer than any design is. */
const LONGEST = 10_000;

/**
 * Devices for which something is worked out, by whether it is a first look: each has one of either
 * at a time, so that none has them all, and a longer look at what was is no wait for what is new.
 */
const busy = new Set<string>();

/** Say what the model says of a design that is still being made; nothing of it is kept. */
export const POST: RequestHandler = async (event) => {
  const { room, device } = await roomOfDevice(event);
  const text = await event.request.text();
  const { question, settings, runs } = text.length > LONGEST ? {} : read(text);
  const asked = questionOf(room.plan, String(question))?.question;
  const round = room.rounds.find(({ id }) => id === 'design');
  if (asked?.kind !== 'design' || round?.state !== 'open') return json({}, { status: 409 });
  const design = readSettings(asked.levers, settings);
  const model = (await showModel(room.plan.portfolio))?.model;
  if (!design || !model) return json({}, { status: 409 });
  const look = LOOKS.find((one) => one === runs) ?? LOOKS[0];
  const one = `${device} ${look === LOOKS[0] ? 'first' : 'longer'}`;
  if (busy.has(one)) return json({}, { status: 429 });
  busy.add(one);
  try {
    return json(await answerOfDesign(model, asked, design, look));
  } finally {
    busy.delete(one);
  }
};

function read(text: string): { question?: unknown; settings?: unknown; runs?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    // Whatever it is, it is no design; the phone is told so.
    return {};
  }
}
