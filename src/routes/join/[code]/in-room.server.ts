import { error, type Cookies } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { deviceMark, isToken } from '$lib/server/workshops/devices.ts';
import { findByCode, readRoom } from '$lib/server/workshops/workshop-log.ts';
import { readCode } from '$lib/workshop/join-code.ts';

/** Holds the token of a device: at the address of its room alone, and out of reach of scripts. */
export const SEAT_COOKIE = 'bide-seat';

/** Return the room of a code and the device that asks, null where it has not joined; or nothing. */
export async function findRoom(code: string, cookies: Cookies) {
  const read = readCode(code);
  const { store, secret } = await appAccounts();
  const workshop = read ? await findByCode(store.db, read) : null;
  const room = workshop ? await readRoom(store.db, workshop.id) : null;
  if (!workshop || !room) return null;
  const token = cookies.get(SEAT_COOKIE) ?? '';
  const mark = isToken(token) ? deviceMark(token, workshop.id, secret) : '';
  return { store, secret, workshop, room, device: room.people.has(mark) ? mark : null };
}

/** As `findRoom`, for whoever has to be in it already. */
export async function roomOfDevice(code: string, cookies: Cookies) {
  const found = await findRoom(code, cookies);
  if (!found) error(404, 'There is no room with this code.');
  if (found.device === null) error(403, 'This device has not joined.');
  return { ...found, device: found.device };
}
