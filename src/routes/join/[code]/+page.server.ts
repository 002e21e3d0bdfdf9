import { fail, redirect } from '@sveltejs/kit';
import {
  deviceMark,
  isToken,
  joinWorkshop,
  newToken,
  storeAnswer,
  storePoint,
  withdrawDevice,
} from '$lib/server/workshops/devices.ts';
import { endStreamsOf } from '$lib/server/workshops/event-stream.ts';
import { countJoin, countSlip, vouchFor } from '$lib/server/workshops/guesses.ts';
import { noteReach } from '$lib/server/workshops/hall-reach.ts';
import { deviceOfSlip, pageMark, seatOf, slipOf } from '$lib/server/workshops/slips.ts';
import { plainWords, readAnswer, type GivenDesign } from '$lib/workshop/answer.ts';
import { answerOfForm, FIELDS, tokenField } from '$lib/workshop/answer-form.ts';
import { spacedCode } from '$lib/workshop/join-code.ts';
import { questionOf, type Question } from '$lib/workshop/plan.ts';
import { LONGEST_ABOUT, pointOfForm } from '$lib/workshop/point.ts';
import { phoneView } from '$lib/workshop/views.ts';
import { isTheirs, keepSeat, roomOfPage, SEAT_COOKIE, type Asking } from './in-room.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** What is too long is given back to be made shorter, as far as anybody would. */
const LONGEST_KEPT = 50_000;

/** The page was made for somebody who handed the device on since: it does nothing for the next. */
const HANDED_ON = { problem: 'handed on' as const };

export const load: PageServerLoad = async (event) => {
  const { params, url } = event;
  event.setHeaders({ 'cache-control': 'no-store' });
  noteReach(event.locals.caller.address, new Date().toISOString());
  const { room, device, workshop, secret } = await roomOfPage(event);
  if (params.code !== workshop.code) redirect(303, `/join/${workshop.code}${url.search}`);
  const { title, inTheRoom, support, withdrawUntil, purgeOn } = room.plan;
  const asked = url.searchParams.get('question');
  return {
    code: workshop.code!,
    about: { title, inTheRoom, support, withdrawUntil, purgeOn },
    isOver: room.endedAt !== null,
    canWithdraw: new Date().toISOString().slice(0, 10) <= withdrawUntil,
    seq: room.seq,
    view: device === null ? null : phoneView(room, device),
    who: device === null ? '' : pageMark(device, workshop.id, secret),
    // What a page without scripts is asked to show.
    wish: (['stop', 'break', 'say'] as const).find((one) => url.searchParams.has(one)) ?? 'go on',
    doubted: plainWords(url.searchParams.get('about') ?? '').slice(0, LONGEST_ABOUT),
    changing: asked,
    picked: (url.searchParams.get('picked') ?? '').split(',').filter((id) => id !== ''),
    // The form that joins has it: pressed twice, it is one device.
    token: device === null ? newToken() : '',
    // A form without scripts that is sent twice counts once.
    formKey: newToken(),
    hasNoCookies: device === null && url.searchParams.has('joined'),
  } as const;
};

export const actions: Actions = {
  join: async (event) => {
    const { url } = event;
    const { store, secret, workshop, device, guesser } = await roomOfPage(event);
    if (device !== null) redirect(303, `/join/${workshop.code}`);
    const token = String((await event.request.formData()).get('token') ?? '');
    if (!isToken(token)) return fail(400, { problem: 'old page' as const });
    const wait = await countJoin(store, workshop.id, guesser, Date.now());
    if (wait > 0) return fail(429, { problem: 'too many join' as const });
    const why = await joinWorkshop(store, workshop.id, {
      device: deviceMark(token, workshop.id, secret),
      isPaper: false,
      at: new Date().toISOString(),
    });
    if (why) return fail(409, { problem: why });
    await vouchFor(store, workshop.id, guesser, Date.now());
    keepSeat(event.cookies, token, workshop, url);
    const question = url.searchParams.get('question');
    const more = question === null ? '' : `&${new URLSearchParams({ question })}`;
    redirect(303, `/join/${workshop.code}?joined${more}`);
  },
  /** For phones without scripts; the others send to `answers`. */
  answer: async (event) => {
    const form = await event.request.formData();
    const found = await seatOfForm(event, form);
    if ('why' in found) return fail(409, found.why);
    const { store, workshop, room, device } = found;
    const field = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : null;
    };
    const question = field(FIELDS.question) ?? '';
    const asked = questionOf(room.plan, question);
    const given = asked ? answerOfForm(asked.question, field) : null;
    // What somebody wrote is not lost where it is not taken.
    const written = { question, words: (field(FIELDS.words) ?? '').slice(0, LONGEST_KEPT) };
    if (asked && !given) return fail(400, { problem: 'nothing chosen' as const, ...written });
    const problem = await storeAnswer(store, workshop.id, room, device, {
      key: (field(FIELDS.key) ?? '').slice(0, 64),
      question,
      answer: given?.answer,
      at: new Date().toISOString(),
    });
    if (problem) {
      const spent = asked ? spentIn(asked.question, field) : null;
      const design = asked && given ? designIn(asked.question, given.answer) : null;
      return fail(statusOf(problem), { problem, ...written, spent, design });
    }
    const more = new URLSearchParams({ question, picked: given!.picked.join(',') });
    redirect(303, `/join/${workshop.code}${given!.goesOn ? `?${more}` : ''}`);
  },
  /** As `answer`; the others send to `points`. */
  say: async (event) => {
    const form = await event.request.formData();
    const found = await seatOfForm(event, form);
    if ('why' in found) return fail(409, found.why);
    const { store, workshop, device } = found;
    const point = pointOfForm((name) => String(form.get(name) ?? ''));
    const problem = await storePoint(store, workshop.id, device, {
      ...{ key: String(form.get('key') ?? '').slice(0, 64), point },
      at: new Date().toISOString(),
    });
    if (problem) {
      const words = point.words.slice(0, LONGEST_KEPT);
      return fail(statusOf(problem), { problem, isPoint: true, words, about: point.about });
    }
    redirect(303, `/join/${workshop.code}?say`);
  },
  withdraw: async (event) => {
    const found = await seatOfForm(event, await event.request.formData());
    if ('why' in found) return fail(409, found.why);
    const { store, workshop, device } = found;
    const isDone = await withdrawDevice(store, workshop.id, device, new Date().toISOString());
    if (!isDone) return fail(409, { problem: 'too late to take back' as const });
    redirect(303, `/join/${workshop.code}?stop`);
  },
  /** The device is handed on: whoever had it gets a slip, and the next person a new seat. */
  handOn: async (event) => {
    const found = await roomOfPage(event);
    const { workshop, device, secret } = found;
    // Sent twice, or long after: the slip was shown, and is not shown to whoever comes next.
    if (device === null) redirect(303, `/join/${workshop.code}`);
    const who = (await event.request.formData()).get('who');
    if (!isTheirs({ ...found, device }, who)) return fail(409, HANDED_ON);
    endStreamsOf(device);
    event.cookies.delete(SEAT_COOKIE, { path: `/join/${workshop.code}` });
    return { slip: spacedCode(slipOf(device, workshop.id, secret)) };
  },
  comeBack: async (event) => {
    const { store, secret, workshop, room, device, guesser } = await roomOfPage(event);
    if (device !== null) redirect(303, `/join/${workshop.code}`);
    const wait = await countSlip(store, workshop.id, guesser, Date.now());
    if (wait > 0) return fail(429, { problem: 'too many codes' as const });
    const typed = String((await event.request.formData()).get('slip') ?? '').slice(0, 40);
    const mark = deviceOfSlip(typed, room, workshop.id, secret);
    if (mark === null) return fail(400, { problem: 'wrong slip' as const });
    keepSeat(event.cookies, seatOf(mark, workshop.id, secret), workshop, event.url);
    redirect(303, `/join/${workshop.code}`);
  },
};

const statusOf = (problem: string) => (problem === 'too often' ? 429 : 409);

/**
 * Return the device that a form is sent by, or why it is not taken: the page may be an old one. It is
 * said on the page itself, which speaks the language of the phone; and what was written is not lost.
 */
async function seatOfForm(event: Asking, form: FormData) {
  const found = await roomOfPage(event);
  const { device } = found;
  if (device === null) {
    const words = String(form.get(FIELDS.words) ?? '').slice(0, LONGEST_KEPT);
    return { why: { problem: 'not in' as const, words } };
  }
  const seat = { ...found, device };
  return isTheirs(seat, form.get('who')) ? seat : { why: HANDED_ON };
}

/** Tokens as they were typed, so that a form that is not taken can be mended; null where there are none. */
function spentIn(question: Question, field: (name: string) => string | null) {
  if (question.kind !== 'tokens') return null;
  const typed = question.options.map(({ id }) => [id, Number(field(tokenField(id)))] as const);
  return Object.fromEntries(typed.filter(([, count]) => count > 0));
}

/** A design as it was made, without a table: so that it can be given its own; null where there is none. */
function designIn(question: Question, answer: unknown): GivenDesign | null {
  if (question.kind !== 'design') return null;
  const read = readAnswer({ ...question, tables: undefined }, answer);
  return 'answer' in read && read.answer.kind === 'design' ? read.answer : null;
}
