import { json } from '@sveltejs/kit';
import { showModel } from '$lib/server/models.ts';
import { answerOfDesign } from '$lib/server/workshops/design-answers.ts';
import { LAST_LOOK, type DesignAnswer } from '$lib/workshop/design-answer.ts';
import { designsOf } from '$lib/workshop/views.ts';
import { openRoom } from '../open-room.server.ts';
import type { RequestHandler } from './$types';

/** What the model says of the designs on the screen, by letter. */
export const GET: RequestHandler = async ({ params }) => {
  const { room } = await openRoom(params.id);
  const shown = designsOf(room);
  const question = room.plan.rounds.find(({ id }) => id === 'design')?.questions[0];
  const model = (await showModel(room.plan.portfolio))?.model;
  const answers: Record<string, DesignAnswer> = {};
  if (shown && model && question?.kind === 'design') {
    const all = shown.designs.map(async ({ letter, settings }) => {
      answers[letter] = await answerOfDesign(model, question, settings, LAST_LOOK);
    });
    await Promise.all(all);
  }
  return json({ answers, budget: question?.kind === 'design' ? question.budget : null });
};
