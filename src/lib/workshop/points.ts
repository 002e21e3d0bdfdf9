/** What was said of one's own accord, for the facilitator and for the record. */
import type { HeldFor, Point, PointKind, Reply } from './point.ts';
import type { Room } from './room.ts';

/** A point as the facilitator sees it: not whose, nor when it came. */
export interface HostPoint extends Point {
  id: string;
  /** Written on paper. The facilitator knows; the record does not say it, as few write on paper. */
  isPaper: boolean;
  heldFor: HeldFor | null;
  reply: Reply | null;
}

/** What stays of a point. */
export interface RecordedPoint {
  id: string;
  kind: PointKind;
  /** Null, as `words` are, where it may not be quoted, or is held back. */
  about: string | null;
  words: string | null;
  heldFor: HeldFor | null;
  reply: Reply | null;
}

/** Return all points in the order of the alphabet, which tells nothing of who made them. */
export function pointsOf({ people, held, replies }: Room): HostPoint[] {
  return [...people.values()]
    .flatMap(({ points, isPaper }) => [...points].map((one) => [...one, isPaper] as const))
    .map(([id, point, isPaper]) => ({
      ...{ ...point, id, isPaper, heldFor: held.get(id) ?? null, reply: replies.get(id) ?? null },
    }))
    .sort((a, b) => compare(a.words, b.words) || compare(a.id, b.id));
}

/** Return what stays of points: words only where they may be quoted. */
export function recordedPoints(room: Room): RecordedPoint[] {
  const points = pointsOf(room).map(({ id, kind, about, words, mayQuote, heldFor, reply }) => {
    const isQuoted = mayQuote && heldFor === null;
    return {
      ...{ id, kind, heldFor, reply },
      about: isQuoted ? (about ?? null) : null,
      words: isQuoted ? words : null,
    };
  });
  // Words that are not there must not show by their place how they began.
  return points.sort((a, b) => compare(textOf(a), textOf(b)) || compare(a.id, b.id));
}

const textOf = ({ words, reply }: RecordedPoint) => words ?? reply?.inShort ?? '';
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
