import { error, redirect, type Cookies, type RequestEvent } from '@sveltejs/kit';
import { appAccounts } from '$lib/server/accounts/app-auth.ts';
import type { Store } from '$lib/server/store/store.ts';
import type { WorkshopTable } from '$lib/server/store/workshop-tables.ts';
import { tryCode } from '$lib/server/workshops/guesses.ts';
import { deviceOfSeat, pageMark } from '$lib/server/workshops/slips.ts';
import { findByCode, readRoom } from '$lib/server/workshops/workshop-log.ts';
import { readCode } from '$lib/workshop/join-code.ts';
import type { Room } from '$lib/workshop/room.ts';

/** Holds the token of a device, or the seat that a slip led back to: at the address of its room alone, and out of reach of scripts. */
export const SEAT_COOKIE = 'bide-seat';

/** A room, and who asks for it. */
interface Found {
  store: Store;
  secret: string;
  workshop: WorkshopTable;
  room: Room;
  /** What stands for it in the log; null where it has not joined. */
  device: string | null;
  guesser: { address: string; secret: string };
}

/** What tells who asks for which room. */
export type Asking = Pick<RequestEvent<{ code: string }>, 'params' | 'cookies' | 'locals'>;

/**
 * Return the room of a code and the device that asks, null where it has not joined; or how many
 * seconds it has to wait, 0 where the code is plainly wrong. Every request at the address of a room
 * comes by here, so that none of them tells a right code to whoever guesses.
 */
async function findRoom({ params, cookies, locals }: Asking): Promise<Found | { wait: number }> {
  const read = readCode(params.code);
  const { store, secret } = await appAccounts();
  const workshop = read ? await findByCode(store.db, read) : null;
  const room = workshop ? await readRoom(store.db, workshop.id) : null;
  const seat = cookies.get(SEAT_COOKIE) ?? '';
  const mark = workshop && deviceOfSeat(seat, workshop.id, secret);
  const device = mark && room?.people.has(mark) ? mark : null;
  const guesser = { address: locals.caller.address, secret };
  if (device === null) {
    const wait = await tryCode(store, room && workshop ? workshop.id : null, guesser, Date.now());
    if (wait > 0) return { wait };
  }
  if (!workshop || !room) return { wait: 0 };
  return { store, secret, workshop, room, device, guesser };
}

/** As `findRoom`, for pages: without a room it leads to where a code is typed. */
export async function roomOfPage(asking: Asking): Promise<Found> {
  const found = await findRoom(asking);
  if ('wait' in found) redirect(303, found.wait > 0 ? '/join?wait' : '/join?wrong');
  return found;
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
export type InRoom = Found & { device: string };

/** As `findRoom`, for whoever has to be in it already. */
export async function roomOfDevice(asking: Asking): Promise<InRoom> {
  const found = await findRoom(asking);
  if ('wait' in found) {
    if (found.wait > 0) error(429, `Too many wrong codes. Try again in ${found.wait} seconds.`);
    error(404, 'There is no room with this code.');
  }
  if (found.device === null) error(403, 'This device has not joined.');
  return { ...found, device: found.device };
}

/** Whether a page was made for whoever has the device now: it may have been handed on since. */
export function isTheirs({ device, workshop, secret }: InRoom, who: unknown): boolean {
  return who === pageMark(device, workshop.id, secret);
}
