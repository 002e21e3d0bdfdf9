import { fail, redirect } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import {
  deviceMark,
  isToken,
  joinWorkshop,
  newToken,
  storeAnswer,
  storePoint,
  withdrawDevice,
} from '$lib/server/workshops/devices.ts';
import { countSlip, countWrongCode, isGuessing, vouchFor } from '$lib/server/workshops/guesses.ts';
import { noteReach } from '$lib/server/workshops/hall-reach.ts';
import { deviceOfSlip, seatOf, slipOf } from '$lib/server/workshops/slips.ts';
import { answerOfForm, FIELDS } from '$lib/workshop/answer-form.ts';
import { spacedCode } from '$lib/workshop/join-code.ts';
import { questionOf } from '$lib/workshop/plan.ts';
import { pointOfForm } from '$lib/workshop/point.ts';
import { phoneView } from '$lib/workshop/views.ts';
import { findRoom, keepSeat, roomOfDevice, SEAT_COOKIE } from './in-room.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, cookies, url, locals, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  noteReach(locals.caller.address, new Date().toISOString());
  const found = await findRoom(params.code, cookies);
  if (!found) {
    const { store, secret } = await appAccounts();
    await countWrongCode(store, { address: locals.caller.address, secret }, Date.now());
    redirect(303, '/join?wrong');
  }
  const { room, device, workshop, store, secret } = found;
  if (params.code !== workshop.code) redirect(303, `/join/${workshop.code}${url.search}`);
  if (device === null) {
    const guesser = { address: locals.caller.address, secret };
    if (await isGuessing(store, workshop.id, guesser, Date.now())) redirect(303, '/join?wait');
  }
  const { title, inTheRoom, support, withdrawUntil, purgeOn } = room.plan;
  const asked = url.searchParams.get('question');
  return {
    code: workshop.code!,
    about: { title, inTheRoom, support, withdrawUntil, purgeOn },
    isOver: room.endedAt !== null,
    canWithdraw: new Date().toISOString().slice(0, 10) <= withdrawUntil,
    seq: room.seq,
    view: device === null ? null : phoneView(room, device),
    // What a page without scripts is asked to show.
    wish: (['stop', 'break', 'say'] as const).find((one) => url.searchParams.has(one)) ?? 'go on',
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
  join: async ({ request, params, cookies, url, locals }) => {
    const found = await findRoom(params.code, cookies);
    if (!found) redirect(303, '/join?wrong');
    const { store, secret, workshop, device } = found;
    if (device !== null) redirect(303, `/join/${workshop.code}`);
    const guesser = { address: locals.caller.address, secret };
    if (await isGuessing(store, workshop.id, guesser, Date.now())) {
      return fail(429, { problem: 'too many codes' as const });
    }
    const token = String((await request.formData()).get('token') ?? '');
    if (!isToken(token)) return fail(400, { problem: 'old page' as const });
    const why = await joinWorkshop(store, workshop.id, {
      device: deviceMark(token, workshop.id, secret),
      isPaper: false,
      at: new Date().toISOString(),
    });
    if (why) return fail(409, { problem: why });
    await vouchFor(store, workshop.id, guesser, Date.now());
    keepSeat(cookies, token, workshop, url);
    redirect(303, `/join/${workshop.code}?joined`);
  },
  /** For phones without scripts; the others send to `answers`. */
  answer: async ({ request, params, cookies }) => {
    const { store, workshop, room, device } = await roomOfDevice(params.code, cookies);
    const form = await request.formData();
    const field = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : null;
    };
    const question = field(FIELDS.question) ?? '';
    const asked = questionOf(room.plan, question);
    const given = asked ? answerOfForm(asked.question, field) : null;
    if (asked && !given) return fail(400, { problem: 'nothing chosen' as const, question });
    const problem = await storeAnswer(store, workshop.id, room, device, {
      key: (field(FIELDS.key) ?? '').slice(0, 64),
      question,
      answer: given?.answer,
      at: new Date().toISOString(),
    });
    if (problem) return fail(409, { problem, question, words: field(FIELDS.words) ?? '' });
    const more = new URLSearchParams({ question, picked: given!.picked.join(',') });
    redirect(303, `/join/${workshop.code}${given!.goesOn ? `?${more}` : ''}`);
  },
  /** As `answer`; the others send to `points`. */
  say: async ({ request, params, cookies }) => {
    const { store, workshop, device } = await roomOfDevice(params.code, cookies);
    const form = await request.formData();
    const problem = await storePoint(store, workshop.id, device, {
      key: String(form.get('key') ?? '').slice(0, 64),
      point: pointOfForm((name) => String(form.get(name) ?? '')),
      at: new Date().toISOString(),
    });
    if (problem) return fail(409, { problem, isPoint: true });
    redirect(303, `/join/${workshop.code}?say`);
  },
  withdraw: async ({ params, cookies }) => {
    const { store, workshop, device } = await roomOfDevice(params.code, cookies);
    const isDone = await withdrawDevice(store, workshop.id, device, new Date().toISOString());
    if (!isDone) return fail(409, { problem: 'too late to take back' as const });
    redirect(303, `/join/${workshop.code}?stop`);
  },
  /** The device is handed on: whoever had it gets a slip, and the next person a new seat. */
  handOn: async ({ params, cookies }) => {
    const found = await findRoom(params.code, cookies);
    // Sent twice, or long after: the slip was shown, and is not shown to whoever comes next.
    if (!found || found.device === null) redirect(303, `/join/${params.code}`);
    const { workshop, device, secret } = found;
    cookies.delete(SEAT_COOKIE, { path: `/join/${workshop.code}` });
    return { slip: spacedCode(slipOf(device, workshop.id, secret)) };
  },
  comeBack: async ({ request, params, cookies, url, locals }) => {
    const found = await findRoom(params.code, cookies);
    if (!found) redirect(303, '/join?wrong');
    const { store, secret, workshop, room, device } = found;
    if (device !== null) redirect(303, `/join/${workshop.code}`);
    const guesser = { address: locals.caller.address, secret };
    const wait = await countSlip(store, workshop.id, guesser, Date.now());
    if (wait > 0) return fail(429, { problem: 'too many codes' as const });
    const typed = String((await request.formData()).get('slip') ?? '').slice(0, 40);
    const mark = deviceOfSlip(typed, room, workshop.id, secret);
    if (mark === null) return fail(400, { problem: 'wrong slip' as const });
    keepSeat(cookies, seatOf(mark, workshop.id, secret), workshop, url);
    redirect(303, `/join/${workshop.code}`);
  },
};
