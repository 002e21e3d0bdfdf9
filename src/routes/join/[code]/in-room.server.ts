import { error, type Cookies } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import { deviceOfSeat, pageMark } from '$lib/server/workshops/slips.ts';
import { findByCode, readRoom } from '$lib/server/workshops/workshop-log.ts';
import { readCode } from '$lib/workshop/join-code.ts';

/** Holds the token of a device, or the seat that a slip led back to: at the address of its room alone, and out of reach of scripts. */
export const SEAT_COOKIE = 'bide-seat';

/** Return the room of a code and the device that asks, null where it has not joined; or nothing. */
export async function findRoom(code: string, cookies: Cookies) {
  const read = readCode(code);
  const { store, secret } = await appAccounts();
  const workshop = read ? await findByCode(store.db, read) : null;
  const room = workshop ? await readRoom(store.db, workshop.id) : null;
  if (!workshop || !room) return null;
  const mark = deviceOfSeat(cookies.get(SEAT_COOKIE) ?? '', workshop.id, secret) ?? '';
  return { store, secret, workshop, room, device: room.people.has(mark) ? mark : null };
}

/** Keep a seat on this device, until the answers are removed. */
export function keepSeat(
  cookies: Cookies,
  seat: string,
  { code, purge_on }: { code: string | null; purge_on: string },
  { protocol }: URL,
): void {
  cookies.set(SEAT_COOKIE, seat, {
    path: `/join/${code}`,
    httpOnly: true,
    sameSite: 'lax',
    secure: protocol === 'https:',
    // Not a day: the clock of a phone may be wrong.
    maxAge: Math.max(0, Math.ceil((Date.parse(`${purge_on}T23:59:59Z`) - Date.now()) / 1000)),
  });
}

/** A device in a room. */
export type InRoom = NonNullable<Awaited<ReturnType<typeof findRoom>>> & { device: string };

/** As `findRoom`, for whoever has to be in it already. */
export async function roomOfDevice(code: string, cookies: Cookies): Promise<InRoom> {
  const found = await findRoom(code, cookies);
  if (!found) error(404, 'There is no room with this code.');
  if (found.device === null) error(403, 'This device has not joined.');
  return { ...found, device: found.device };
}

/** Whether a page was made for whoever has the device now: it may have been handed on since. */
export function isTheirs({ device, workshop, secret }: InRoom, who: unknown): boolean {
  return who === pageMark(device, workshop.id, secret);
}
