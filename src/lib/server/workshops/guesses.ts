/**
 * Codes can be guessed, so wrong ones are counted by address. A hall often has one address for
 * all its phones: an address from which somebody is in the room already is let in whatever others
 * there typed, as whoever is in a hall can read the code off its screen.
 */
import { countAttempt, paceKey, type Pace } from '../accounts/pace.ts';
import type { Store } from '../store/store.ts';

/** For how long somebody at an address vouches for others there: a day, and so a workshop. */
const VOUCHED: Pace = { most: 1, windowMs: 86_400_000 };

/** A hall of sixty in which everybody mistypes twice within a minute. */
const WRONG_CODES: Pace = { most: 120, windowMs: 60_000 };

/** Slips of one room, from one address: a hall writes them down badly, and does not come back at once. */
const SLIPS: Pace = { most: 30, windowMs: 60_000 };

interface Guesser {
  address: string;
  secret: string;
}

/** As many as join from one address within a minute: a hall of a hundred, where some press twice. */
const JOINS: Pace = { most: 120, windowMs: 60_000 };

/** Count a wrong code; return the seconds until another may be tried, 0 where it may be at once. */
export async function countWrongCode(
  store: Store,
  { address, secret }: Guesser,
  now: number,
): Promise<number> {
  return countAttempt(store, { who: address, what: 'wrong code', secret }, WRONG_CODES, now);
}

/**
 * Count a slip that is tried; return the seconds until another may be, 0 where this one may. Nobody
 * vouches for it, as whoever guesses it speaks for somebody else; joining goes on meanwhile.
 */
export async function countSlip(
  store: Store,
  workshop: string,
  { address, secret }: Guesser,
  now: number,
): Promise<number> {
  return countAttempt(store, { who: address, what: `slip ${workshop}`, secret }, SLIPS, now);
}

/**
 * Take a code that was tried by somebody without a seat: `workshop` is the one it leads to, null for a
 * wrong code. Return the seconds until they are told whether it is right, 0 where they are now. Whoever
 * guessed too often is told the same of either, or they would go on at full speed.
 */
export async function tryCode(
  store: Store,
  workshop: string | null,
  guesser: Guesser,
  now: number,
): Promise<number> {
  if (workshop !== null && !(await isGuessing(store, workshop, guesser, now))) return 0;
  return countWrongCode(store, guesser, now);
}

/** Whether an address has guessed too often to be let into a room, and nobody there vouches for it. */
export async function isGuessing(
  { db }: Pick<Store, 'db'>,
  workshop: string,
  { address, secret }: Guesser,
  now: number,
): Promise<boolean> {
  const [wrong, known] = ['wrong code', `in the room ${workshop}`].map((what) =>
    paceKey({ who: address, what, secret }),
  );
  const rows = await db.selectFrom('pace').selectAll().where('key', 'in', [wrong, known]).execute();
  const isOver = (of: string, { most, windowMs }: Pace) =>
    rows.some(({ key, count, began }) => {
      return key === of && count > most && Math.abs(Number(began) - now) < windowMs;
    });
  return isOver(wrong, WRONG_CODES) && !isOver(known, { ...VOUCHED, most: 0 });
}

/** Remember that somebody at an address is in a room: a phone that joined, or the facilitator. */
export async function vouchFor(
  store: Store,
  workshop: string,
  { address, secret }: Guesser,
  now: number,
): Promise<void> {
  const who = { who: address, what: `in the room ${workshop}`, secret };
  await countAttempt(store, who, VOUCHED, now);
}

/**
 * Count a device that joins; return the seconds until another may, 0 where this one may: one phone
 * alone would fill the room with devices that nobody holds.
 */
export async function countJoin(
  store: Store,
  workshop: string,
  { address, secret }: Guesser,
  now: number,
): Promise<number> {
  return countAttempt(store, { who: address, what: `join ${workshop}`, secret }, JOINS, now);
}
