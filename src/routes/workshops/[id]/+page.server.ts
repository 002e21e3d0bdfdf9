import { error, fail, redirect } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { showModel } from '$lib/server/models.ts';
import { newToken } from '$lib/server/workshops/devices.ts';
import { askHall, mayOpenHall } from '$lib/server/workshops/hall-door.ts';
import { vouchFor } from '$lib/server/workshops/guesses.ts';
import { tellRoom } from '$lib/server/workshops/live-rooms.ts';
import {
  addAct,
  amendKept,
  readRecord,
  readRoom,
  readWorkshop,
} from '$lib/server/workshops/workshop-log.ts';
import { writeAddress } from '$lib/state/scenario-address.ts';
import type { HostDeed } from '$lib/workshop/act.ts';
import { designScenarios } from '$lib/workshop/design-scenarios.ts';
import { refuseDeed } from '$lib/workshop/may-act.ts';
import type { WorkshopRecord } from '$lib/workshop/record.ts';
import { wordsWritten } from '$lib/workshop/results.ts';
import type { Room } from '$lib/workshop/room.ts';
import { hostView } from '$lib/workshop/views.ts';
import { joinAddress } from '../join-address.server.ts';
import { openRoom } from './open-room.server.ts';
import { readDeed, readWritten } from './read-deed.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals }) => {
  const { store, secret } = await appAccounts();
  const workshop = await readWorkshop(store.db, params.id);
  // A backup that was restored has the record alone, as if everything else were removed.
  const record = await readRecord(store.db, params.id);
  if (!workshop && !record) error(404, 'There is no such workshop.');
  const room = workshop?.code ? await readRoom(store.db, params.id) : null;
  if (room) {
    // Whoever leads is in the hall: its phones are not locked out by those who guess there.
    const guesser = { address: locals.caller.address, secret };
    await vouchFor(store, params.id, guesser, Date.now());
  }
  return {
    id: params.id,
    title: room?.plan.title ?? record?.title ?? 'Workshop',
    record,
    designs: record ? await designsToLookInto(record) : [],
    room: room && {
      plan: room.plan,
      seq: room.seq,
      view: hostView(room),
      words: wordsShown(room),
      join: joinAddress(workshop!.code!, url),
    },
    hall: mayOpenHall(locals) ? await askHall('look') : null,
    // A button that is pressed twice acts once.
    key: newToken(),
  };
};

/** The designs of a record, each with what leads to it on the page that explores. */
async function designsToLookInto(record: WorkshopRecord) {
  const hash = (await showModel(record.portfolio))?.hash ?? '';
  return Promise.all(
    designScenarios(record).map(async ({ letter, title, changes }) => {
      const made = { model: hash, engine: '', scenarios: [{ title, changes }] };
      return { letter, title, address: hash === '' ? null : await writeAddress(made) };
    }),
  );
}

/** What people wrote in the rounds that are shown; in all of them once it has ended, with what came late. */
function wordsShown(room: Room) {
  const isOver = room.endedAt !== null;
  return room.plan.rounds
    .filter((_, at) => isOver || room.rounds[at].state === 'revealed')
    .flatMap(({ questions }) => questions)
    .map(({ id, ask }) => ({
      ...{ id, ask, written: wordsWritten(room, id, isOver ? 'all' : 'in time') },
    }))
    .filter(({ written }) => written.length > 0);
}

export const actions: Actions = {
  act: async ({ request, params }) => {
    const form = await request.formData();
    const deed = readDeed(form);
    return deed ? doDeed(params.id, form, deed) : fail(400, { refused: 'not now' as const });
  },
  /** Let the phones of a hall in to this laptop, or no longer. */
  hall: async ({ request, params, locals }) => {
    if (!mayOpenHall(locals)) return fail(403, { refused: 'not here' as const });
    const form = await request.formData();
    const address = String(form.get('address') ?? '').slice(0, 64);
    const wanted = form.get('hall') === 'close' ? 'close' : 'open';
    const state = await askHall(wanted, address === '' ? undefined : address);
    if (!state) return fail(409, { refused: 'not here' as const });
    if (state.problem !== '') return fail(409, { refused: 'no hall' as const });
    // The screen says where people join.
    tellRoom(params.id);
    redirect(303, `/workshops/${params.id}`);
  },
  /** Written of what was said: also when nothing but the record is left. */
  write: async ({ request, params }) => {
    const form = await request.formData();
    const deed = readWritten(form);
    if (!deed) return fail(400, { refused: 'incomplete' as const });
    const { store } = await appAccounts();
    const workshop = await readWorkshop(store.db, params.id);
    const isLate = deed.act === 'replied' || deed.act === 'held back';
    if (!workshop?.code && isLate) {
      const isDone = await amendKept(store, params.id, deed);
      if (!isDone) return fail(409, { refused: 'no such point' as const });
      redirect(303, `/workshops/${params.id}`);
    }
    return doDeed(params.id, form, deed);
  },
};

async function doDeed(id: string, form: FormData, deed: HostDeed) {
  const { store } = await openRoom(id);
  const of = deed.act === 'freed' ? ` ${deed.table}` : '';
  const key = `host ${String(form.get('key') ?? '').slice(0, 64)} ${deed.act}${of}`;
  const at = new Date().toISOString();
  const added = await addAct(store, id, { key, at, deed }, (room) => refuseDeed(room, deed));
  if (added.kind === 'refused') return fail(409, { refused: added.why });
  if (added.kind === 'added') tellRoom(id);
  redirect(303, `/workshops/${id}`);
}
