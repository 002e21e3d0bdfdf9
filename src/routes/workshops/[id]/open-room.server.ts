import { error, redirect } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { readRoom, readWorkshop } from '$lib/server/workshops/workshop-log.ts';

/** Return a workshop whose answers are still there; where they are gone, its record is at its address. */
export async function openRoom(id: string) {
  const { store, secret } = await appAccounts();
  const workshop = await readWorkshop(store.db, id);
  if (!workshop) error(404, 'There is no such workshop.');
  const room = workshop.code === null ? null : await readRoom(store.db, id);
  if (!room) redirect(303, `/workshops/${id}`);
  return { store, secret, room, code: workshop.code! };
}
