import type { Apart, Told } from '../comparison/explanation.ts';
import { change, changeBetween, directionOf, type Direction } from './changes.ts';
import { measureWords } from './measure-words.ts';
import { stepOfDifference } from './precision.ts';

type Measured = Pick<Told, 'id' | 'unit'>;

/** True where two were the same in every run, but for the dust of sums. */
export function isNothing({ low, high }: Pick<Apart, 'low' | 'high'>): boolean {
  return [low, high].every((end) => end !== null && Math.abs(end) < 1e-9);
}

/** The words for less and more of a measure. */
export function directionOfMeasure({ id, unit }: Measured): Direction {
  return measureWords(id).direction ?? directionOf(unit);
}

/** "2.2 fewer (between 1.8 and 2.6 fewer)"; "no clear difference (…)"; "cannot tell". */
export function apartInWords({ difference, low, high }: Apart, measure: Measured): string {
  if (difference === null) return 'cannot tell';
  const { unit } = measure;
  const direction = directionOfMeasure(measure);
  if (low === null || high === null) return change(difference, unit, direction);
  if (isNothing({ low, high })) return 'no difference';
  const step = stepOfDifference(unit, { difference, low, high });
  const range = changeBetween(low, high, unit, direction, step);
  if (low <= 0 && high >= 0) return `no clear difference (${range})`;
  return `${change(difference, unit, direction, step)} (${range})`;
}

/** Without its range: "2.2 fewer"; "no clear difference" where the range holds zero; "cannot tell". */
export function apartSize({ difference, low, high }: Apart, measure: Measured): string {
  if (difference === null) return 'cannot tell';
  if (isNothing({ low, high })) return 'no difference';
  if (low !== null && high !== null && low <= 0 && high >= 0) return 'no clear difference';
  const step = stepOfDifference(measure.unit, { difference, low, high });
  return change(difference, measure.unit, directionOfMeasure(measure), step);
}

/** The range alone: "between 1.8 and 2.6 fewer"; "cannot tell". */
export function apartRange({ low, high }: Pick<Apart, 'low' | 'high'>, measure: Measured): string {
  if (low === null || high === null) return 'cannot tell';
  return changeBetween(low, high, measure.unit, directionOfMeasure(measure));
}
