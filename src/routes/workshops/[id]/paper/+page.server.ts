import { fail, redirect } from '@sveltejs/kit';
import { joinWorkshop, newToken, storeAnswer, storePoint } from '$lib/server/workshops/devices.ts';
import { readAnswer } from '$lib/workshop/answer.ts';
import { answerOfForm, FIELDS, leverField } from '$lib/workshop/answer-form.ts';
import { questionOf, type Question } from '$lib/workshop/plan.ts';
import { pointOfForm, readPoint } from '$lib/workshop/point.ts';
import type { Room } from '$lib/workshop/room.ts';
import { openRoom } from '../open-room.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** How many points one paper has room for; there can be more papers. */
const POINTS = 3;

export const load: PageServerLoad = async ({ params, url }) => {
  const { room } = await openRoom(params.id);
  const papers = papersIn(room);
  const saved = papers.indexOf(url.searchParams.get('saved') ?? '');
  return {
    id: params.id,
    title: room.plan.title,
    rounds: roundsBegun(room),
    points: POINTS,
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
    // Nobody types a paper twice: what is not taken stands there again.
    const filled = Object.fromEntries([...form.keys()].map((name) => [name, field(name)]));
    const refuse = (status: 400 | 409, problem: string) => fail(status, { problem, filled });

    const questions = roundsBegun(room).flatMap((round) => round.questions);
    const given = questions.flatMap((question) => {
      const answer = answerOnPaper(question, (name) => field(`${question.id} ${name}`));
      return answer ? [{ question, answer }] : [];
    });
    const points = Array.from({ length: POINTS }, (_, at) =>
      pointOfForm((name) => field(`point-${at} ${name}`)),
    ).filter(({ kind, about, words }) => [kind, about, words].some((text) => text !== ''));
    if (given.length + points.length === 0) return refuse(400, 'Nothing is filled in.');
    const wrong = [
      ...given.flatMap(({ question, answer }) => {
        const read = readAnswer(question, answer);
        return 'problem' in read ? [notTaken(question, read.problem)] : [];
      }),
      ...points.flatMap((point) => {
        const read = readPoint(point);
        if (!('problem' in read)) return [];
        if (read.problem === 'too long') return ['What somebody said is too long.'];
        return ['For what somebody said, choose what it is and write their words.'];
      }),
    ];
    if (wrong.length > 0) return refuse(409, `${wrong.join(' ')} Nothing was saved.`);

    const at = new Date().toISOString();
    const key = field('key').slice(0, 64);
    const known = papersIn(room).find((mark) => mark === field('paper'));
    const device = known ?? `paper ${key}`;
    const why = known ? null : await joinWorkshop(store, params.id, { device, isPaper: true, at });
    if (why) return refuse(409, `It was not taken: the workshop is ${why}.`);
    const problems: string[] = [];
    for (const { question, answer } of given) {
      const sent = { key: `${key} ${question.id}`, question: question.id, answer, at };
      const problem = await storeAnswer(store, params.id, room, device, sent);
      if (problem) problems.push(notTaken(questionOf(room.plan, question.id)!.question, problem));
    }
    for (const [number, point] of points.entries()) {
      const sent = { key: `${key} ${number}`, point, at };
      const problem = await storePoint(store, params.id, device, sent);
      if (problem) problems.push(`What somebody said was not taken: ${problem}.`);
    }
    if (problems.length > 0) return refuse(409, problems.join(' '));
    redirect(303, `/workshops/${params.id}/paper?saved=${encodeURIComponent(device)}`);
  },
};

const PROBLEMS: Record<string, string> = {
  'not an answer': 'one thing stands in two places',
  'too many tokens': 'more tokens are spent than there are',
  'no table': 'the number of the table is missing',
  'table taken': 'this table has sent its design already',
  'too long': 'the words are too long',
  'shown already': 'it was answered before, and the round is shown',
};

const notTaken = ({ ask }: Question, problem: string) =>
  `“${ask}” was not taken: ${PROBLEMS[problem] ?? problem}.`;

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
  if (question.kind === 'tokens') {
    return (answerOfForm(question, field)?.answer as object | undefined) ?? null;
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
