import { error, redirect } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { readRecord, readRoom, readWorkshop } from '$lib/server/workshops/workshop-log.ts';

/** Return a workshop whose answers are still there; where they are gone, its record is at its address. */
export async function openRoom(id: string) {
  const { store, secret } = await appAccounts();
  const workshop = await readWorkshop(store.db, id);
  const room = workshop?.code ? await readRoom(store.db, id) : null;
  if (room) return { store, secret, room, code: workshop!.code! };
  if (!workshop && !(await readRecord(store.db, id))) error(404, 'There is no such workshop.');
  redirect(303, `/workshops/${id}`);
}
