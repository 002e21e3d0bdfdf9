import { fail, redirect } from '@sveltejs/kit';
import { joinWorkshop, newToken, storeAnswer } from '$lib/server/workshops/devices.ts';
import { answerOfForm, FIELDS, leverField } from '$lib/workshop/answer-form.ts';
import { questionOf, type Question } from '$lib/workshop/plan.ts';
import type { Room } from '$lib/workshop/room.ts';
import { openRoom } from '../open-room.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const { room } = await openRoom(params.id);
  const papers = papersIn(room);
  const saved = papers.indexOf(url.searchParams.get('saved') ?? '');
  return {
    id: params.id,
    title: room.plan.title,
    rounds: roundsBegun(room),
    /** In the order in which they were entered: the number on each says which it is, and no name. */
    papers,
    key: newToken(),
    /** The number of the one that was saved last; 0 for none. */
    saved: saved + 1,
  };
};

export const actions: Actions = {
  default: async ({ request, params }) => {
    const { store, room } = await openRoom(params.id);
    const form = await request.formData();
    const field = (name: string) => String(form.get(name) ?? '');
    const questions = roundsBegun(room).flatMap((round) => round.questions);
    const given = questions.flatMap((question) => {
      const answer = answerOnPaper(question, (name) => field(`${question.id} ${name}`));
      return answer ? [{ question: question.id, answer }] : [];
    });
    if (given.length === 0) return fail(400, { problem: 'Nothing is filled in.' });

    const at = new Date().toISOString();
    const key = field('key').slice(0, 64);
    const known = papersIn(room).find((mark) => mark === field('paper'));
    const device = known ?? `paper ${key}`;
    const why = known ? null : await joinWorkshop(store, params.id, { device, isPaper: true, at });
    if (why) return fail(409, { problem: `It was not taken: the workshop is ${why}.` });
    const problems: string[] = [];
    for (const { question, answer } of given) {
      const sent = { key: `${key} ${question}`, question, answer, at };
      const problem = await storeAnswer(store, params.id, room, device, sent);
      const { ask } = questionOf(room.plan, question)!.question;
      if (problem) problems.push(`“${ask}” was not taken: ${PROBLEMS[problem] ?? problem}.`);
    }
    if (problems.length > 0) return fail(409, { problem: problems.join(' ') });
    redirect(303, `/workshops/${params.id}/paper?saved=${encodeURIComponent(device)}`);
  },
};

const PROBLEMS: Record<string, string> = {
  'not an answer': 'one thing stands in two places',
  'shown already': 'it was answered before, and the round is shown',
};

function roundsBegun({ plan, rounds }: Room) {
  return plan.rounds.filter((_, at) => rounds[at].state !== 'to come');
}

function papersIn({ people }: Room): string[] {
  return [...people].flatMap(([mark, { isPaper }]) => (isPaper ? [mark] : []));
}

/** Return what is filled in for a question, to be read; null for nothing. */
function answerOnPaper(question: Question, field: (name: string) => string): object | null {
  if (question.kind === 'rank') {
    const order = Array.from({ length: question.most }, (_, at) => field(`place-${at}`));
    const filled = order.filter((id) => id !== '');
    return filled.length > 0 ? { kind: 'rank', order: filled } : null;
  }
  if (question.kind === 'design') {
    const isFilled = question.levers.some(({ id }) => field(leverField(id)) !== '');
    const given = answerOfForm(question, field)?.answer as object | undefined;
    return given && (isFilled || field(FIELDS.show) === 'yes') ? given : null;
  }
  const choice = field('choice');
  if (choice === '') return null;
  if (question.kind === 'rate') return { kind: 'rate', rating: choice };
  const mayQuote = field('may-quote') === 'yes';
  return { kind: 'agree', says: choice, words: field('words'), mayQuote };
}
