import type { Structure } from '../portfolio/leaving-rule.ts';
import type { Apart, Standing, Told, Tried, Verdict } from './explanation.ts';
import type { DifferenceOverFigures } from './summary.ts';

/** Return the sign of a difference whose interval leaves zero out; else 0. */
export function clearSign({ low, high }: Apart): -1 | 0 | 1 {
  if (low !== null && low > 0) return 1;
  return high !== null && high < 0 ? -1 : 0;
}

/** One way of looking beside the answer. */
export interface Looked extends Apart {
  /** The same difference with an interval that holds together with those of all the others. */
  together: Apart;
}

/**
 * Return how an answer fares under another way of looking.
 *
 * One clear difference in twenty comes by luck, so that among many ways of looking some always
 * look new: a difference that turns or appears must be clear with all of them taken together. To
 * say the same it must be clear by itself: an answer that is asked to hold in every one of them is
 * not helped by their number (an intersection-union test; Berger, Technometrics 24, 1982).
 */
export function standingOf(answer: Apart, looked: Looked): Standing {
  if (answer.difference === null || looked.difference === null) return 'cannot tell';
  const [sign, own, sure] = [answer, looked, looked.together].map(clearSign);
  if (sign === 0) {
    if (sure !== 0) return 'appears';
    return own === 0 ? 'holds' : 'may be luck';
  }
  if (own === sign) return 'holds';
  return sure === -sign ? 'turns' : 'fades';
}

/** What an answer is judged by, beside other ways of looking. */
export interface Grounds {
  /** The range over plausible figures; null where there is none. */
  overFigures: DifferenceOverFigures | null;
  /** False where no figure has a range: there is nothing to draw. */
  isUncertain: boolean;
  /** Reasons why people leave less as time goes by that the model does not describe. */
  notDescribed: Structure[];
}

/**
 * Return whether an answer stands in everything that was tried. It is robust
 * only if it is clear, if every other way of looking can be told and says the
 * same, if the model describes every structure of leaving, and if the range
 * over plausible figures lies on its side. It holds where nothing speaks
 * against it, but something of that could not be tried.
 */
export function verdictOf(
  measure: Told,
  answer: Apart,
  { overFigures, isUncertain, notDescribed }: Grounds,
  tried: readonly (Looked & { tried: Tried })[],
): Verdict {
  const of = (standing: Standing) =>
    tried.filter((one) => standingOf(answer, one) === standing).map((one) => one.tried);
  const [turns, fades, appears] = [of('turns'), of('fades'), of('appears')];
  const [mayBeLuck, untold] = [of('may be luck'), of('cannot tell')];
  const ways = tried.length - untold.length;
  const sign = clearSign(answer);
  const figures = overFigures?.figures;
  const figuresDisagree =
    figures !== undefined &&
    (sign === 0 ? figures.low < 0 && figures.high > 0 : sign * endToward(figures, -sign) <= 0);
  const figuresUntold = isUncertain && figures === undefined;
  const { id, by, unit, better } = measure;
  const { difference, low, high } = answer;
  return {
    ...{ id, by, unit, better, difference, low, high },
    kind: kindOf(),
    ...{ overFigures, figuresDisagree, figuresUntold, turns, fades, appears, mayBeLuck, ways },
    ...{ untold, notDescribed },
  };

  function kindOf(): Verdict['kind'] {
    if (answer.difference === null) return 'cannot tell';
    if ([answer, ...tried].every(isNothing)) return 'same';
    if (sign === 0) return appears.length > 0 ? 'depends' : 'not clear';
    const moved = turns.length + fades.length > 0 || figuresDisagree;
    if (moved) return 'depends';
    return untold.length + notDescribed.length > 0 || figuresUntold ? 'holds' : 'robust';
  }
}

function endToward({ low, high }: { low: number; high: number }, sign: number): number {
  return sign < 0 ? low : high;
}

/** True where the two were the same in every future, but for the dust of sums. */
function isNothing({ difference, low, high }: Apart): boolean {
  return [difference, low, high].every((value) => value === null || Math.abs(value) < 1e-9);
}
