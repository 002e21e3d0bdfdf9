import { error, fail, redirect } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { showModel } from '$lib/server/models.ts';
import { newToken } from '$lib/server/workshops/devices.ts';
import { vouchFor } from '$lib/server/workshops/guesses.ts';
import { tellRoom } from '$lib/server/workshops/live-rooms.ts';
import { addAct, readRecord, readRoom, readWorkshop } from '$lib/server/workshops/workshop-log.ts';
import { writeAddress } from '$lib/state/scenario-address.ts';
import type { HostDeed } from '$lib/workshop/act.ts';
import { designScenarios } from '$lib/workshop/design-scenarios.ts';
import { refuseDeed } from '$lib/workshop/may-act.ts';
import { ROUND_KINDS, type RoundKind } from '$lib/workshop/plan.ts';
import type { WorkshopRecord } from '$lib/workshop/record.ts';
import { answersTo } from '$lib/workshop/results.ts';
import type { Room } from '$lib/workshop/room.ts';
import { hostView } from '$lib/workshop/views.ts';
import { joinAddress } from '../join-address.server.ts';
import { openRoom } from './open-room.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals }) => {
  const { store, secret } = await appAccounts();
  const workshop = await readWorkshop(store.db, params.id);
  if (!workshop) error(404, 'There is no such workshop.');
  const record = await readRecord(store.db, params.id);
  const room = workshop.code === null ? null : await readRoom(store.db, params.id);
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
      join: joinAddress(workshop.code!, url),
    },
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

/** What people wrote in the rounds that are shown: in the order of the alphabet, which tells nothing. */
function wordsShown(room: Room) {
  return room.plan.rounds
    .filter((_, at) => room.rounds[at].state === 'revealed')
    .flatMap(({ questions }) => questions)
    .flatMap(({ id, ask }) => {
      const written = answersTo(room, id, 'in time').flatMap((one) =>
        one.kind === 'agree' && one.words ? [{ text: one.words, mayQuote: !!one.mayQuote }] : [],
      );
      written.sort((a, b) => (a.text < b.text ? -1 : 1));
      return written.length > 0 ? [{ id, ask, written }] : [];
    });
}

export const actions: Actions = {
  act: async ({ request, params }) => {
    const { store } = await openRoom(params.id);
    const form = await request.formData();
    const deed = readDeed(form);
    if (!deed) return fail(400, { refused: 'not now' as const });
    const key = `host ${String(form.get('key') ?? '').slice(0, 64)} ${deed.act}`;
    const at = new Date().toISOString();
    const added = await addAct(store, params.id, { key, at, deed }, (room) =>
      refuseDeed(room, deed),
    );
    if (added.kind === 'refused') return fail(409, { refused: added.why });
    if (added.kind === 'added') tellRoom(params.id);
    redirect(303, `/workshops/${params.id}`);
  },
};

/** Minutes that a round goes on for when it is extended. */
const MORE_MINUTES = 5;

function readDeed(form: FormData): HostDeed | null {
  const act = String(form.get('act') ?? '');
  if (act === 'ended') return { act };
  const round = ROUND_KINDS.find((kind) => kind === form.get('round')) as RoundKind | undefined;
  if (!round) return null;
  switch (act) {
    case 'opened':
    case 'closed':
    case 'revealed':
    case 'went back':
      return { act, round };
    case 'extended':
      return { act, round, minutes: MORE_MINUTES };
    case 'let show':
      return { act, round, question: String(form.get('question') ?? '') };
    default:
      return null;
  }
}
