/**
 * Slips: where several people share a device, each takes away a short code by which they can come
 * back. It follows from what stands for them in the log, so that it is kept nowhere.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { joinCode, readCode, SLIP_LENGTH } from '../../workshop/join-code.ts';
import { deviceMark, isToken } from './devices.ts';

/** Return the code on the slip of whoever has a mark in the log of a workshop. */
export function slipOf(mark: string, workshop: string, secret: string): string {
  const random = createHmac('sha512', secret).update(`slip ${workshop} ${mark}`).digest();
  const code = joinCode(random, SLIP_LENGTH);
  // 57 of its 64 numbers would have to be among the four in 256 that are passed over.
  if (code === null) throw new Error('No slip could be made.');
  return code;
}

/** Return the mark of the person whose slip was typed; null where nobody's was. */
export function deviceOfSlip(
  typed: string,
  { people }: { people: ReadonlyMap<string, { isPaper: boolean }> },
  workshop: string,
  secret: string,
): string | null {
  const slip = readCode(typed, SLIP_LENGTH);
  if (slip === null) return null;
  const has = ([mark, { isPaper }]: [string, { isPaper: boolean }]) =>
    !isPaper && slipOf(mark, workshop, secret) === slip;
  return [...people].find(has)?.[0] ?? null;
}

/** Return a seat for a mark: only this server can make one, however well somebody knows the log. */
export function seatOf(mark: string, workshop: string, secret: string): string {
  const proof = createHmac('sha256', secret).update(`seat ${workshop} ${mark}`).digest('base64url');
  return `${mark}.${proof}`;
}

/** Return the mark of whoever holds a seat, be it a token or one that a slip led to. */
export function deviceOfSeat(seat: string, workshop: string, secret: string): string | null {
  if (isToken(seat)) return deviceMark(seat, workshop, secret);
  const [mark] = seat.split('.');
  const [right, given] = [Buffer.from(seatOf(mark, workshop, secret)), Buffer.from(seat)];
  return right.length === given.length && timingSafeEqual(right, given) ? mark : null;
}

/**
 * Return what a page says of whom it was made for, so that one that is left open on a device that was
 * handed on does not speak for whoever has it next. It opens nothing, and leads to nothing in the log.
 */
export function pageMark(mark: string, workshop: string, secret: string): string {
  const random = createHmac('sha256', secret).update(`page ${workshop} ${mark}`);
  return random.digest('base64url').slice(0, 16);
}
