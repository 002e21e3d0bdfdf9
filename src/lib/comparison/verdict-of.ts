import type { Apart, Standing, Told, Tried, Verdict } from './explanation.ts';
import type { DifferenceOverFigures } from './summary.ts';

/** Return the sign of a difference whose interval leaves zero out; else 0. */
export function clearSign({ low, high }: Apart): -1 | 0 | 1 {
  if (low !== null && low > 0) return 1;
  return high !== null && high < 0 ? -1 : 0;
}

/** Return how an answer fares under another way of looking. */
export function standingOf(answer: Apart, tried: Apart): Standing {
  if (answer.difference === null || tried.difference === null) return 'cannot tell';
  const [sign, other] = [clearSign(answer), clearSign(tried)];
  if (sign === other) return 'holds';
  if (sign === 0) return 'appears';
  return other === 0 ? 'fades' : 'turns';
}

/**
 * Return whether an answer stands in everything that was tried. It is robust
 * only if it is clear, if every other way of looking says the same, and if the
 * range over plausible figures lies on its side.
 */
export function verdictOf(
  measure: Told,
  answer: Apart,
  overFigures: DifferenceOverFigures | null,
  tried: readonly (Apart & { tried: Tried })[],
): Verdict {
  const of = (standing: Standing) =>
    tried.filter((one) => standingOf(answer, one) === standing).map((one) => one.tried);
  const [turns, fades, appears] = [of('turns'), of('fades'), of('appears')];
  const sign = clearSign(answer);
  const figures = overFigures?.figures;
  const figuresDisagree =
    figures !== undefined &&
    (sign === 0 ? figures.low < 0 && figures.high > 0 : sign * endToward(figures, -sign) <= 0);
  const { id, by, unit, better } = measure;
  const { difference, low, high } = answer;
  return {
    ...{ id, by, unit, better, difference, low, high },
    kind: kindOf(),
    ...{ overFigures, figuresDisagree, turns, fades, appears },
  };

  function kindOf(): Verdict['kind'] {
    if (answer.difference === null) return 'cannot tell';
    if ([answer, ...tried].every(isNothing)) return 'same';
    if (sign === 0) return appears.length > 0 ? 'depends' : 'not clear';
    const moved = turns.length + fades.length > 0 || figuresDisagree;
    return moved ? 'depends' : 'robust';
  }
}

function endToward({ low, high }: { low: number; high: number }, sign: number): number {
  return sign < 0 ? low : high;
}

/** True where the two were the same in every future, but for the dust of sums. */
function isNothing({ difference, low, high }: Apart): boolean {
  return [difference, low, high].every((value) => value === null || Math.abs(value) < 1e-9);
}
