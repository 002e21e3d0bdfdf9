/**
 * How doubt about figures is followed through what is worked out from them: each is set to either
 * end of its range, one at a time, and figures that are one named assumption move together.
 */
import type { Quantity } from '../portfolio/quantity.ts';

/** The value that a figure is taken to have. */
export type Read = (figure: Quantity) => number;

export const atBest: Read = ({ value }) => value;

/** Anything that has a value, may have a range, and may be one with others. */
interface Movable {
  low?: number;
  high?: number;
  assumption?: string;
}

/**
 * Return, for each end of each range among `figures`, where each of them stands then: at that end,
 * or (undefined) at its best value.
 */
export function endsAmong<T extends Movable>(
  figures: readonly T[],
): ((figure: T) => number | undefined)[] {
  const ranged = figures.filter(({ low, high }) => low !== undefined && high !== undefined);
  const movers = ranged.filter(
    (one, i) => ranged.findIndex((other) => movesWith(other, one)) === i,
  );
  return movers.flatMap((mover) =>
    (['low', 'high'] as const).map(
      (end) => (figure: T) => (movesWith(figure, mover) ? figure[end] : undefined),
    ),
  );
}

/** Return a way to read figures for each end of each range among them. */
export function readingsAtEnds(figures: readonly Quantity[]): Read[] {
  return endsAmong(figures).map((end) => (figure) => end(figure) ?? figure.value);
}

function movesWith(a: Movable, b: Movable): boolean {
  return a === b || (a.assumption !== undefined && a.assumption === b.assumption);
}
