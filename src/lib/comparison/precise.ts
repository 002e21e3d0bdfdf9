import type { ArmResult, RunResult } from '../experiment/merge.ts';
import type { Measure, Unit } from '../measures/measure.ts';
import { wideDifference } from './difference.ts';
import { intervalOf } from './estimate.ts';
import { levelTogether } from './held-together.ts';
import { measureKey } from './measure-key.ts';

/**
 * The numbers of futures at which precision is looked at, and at no others:
 * whoever looks whenever it suits stops too soon. Each ends a slice of work.
 */
export const LOOKS: readonly number[] = [
  50, 80, 120, 180, 270, 400, 600, 900, 1350, 2000, 3000, 4500, 6800, 10000,
];

/** Return how narrow a headline must be known: half the width of its 95% interval. */
export function halfWidthWanted(unit: Unit): number {
  switch (unit) {
    case 'per 100':
    case 'per cent':
    case 'per 1,000':
    case 'days':
    case 'people':
    case 'relationships':
    case 'families':
      return 1;
    case 'GBP':
      return 20_000;
    case 'GBP each':
      return 100;
    case 'posts':
    case 'workers':
    case 'ratio':
      return 0.1;
  }
}

/**
 * Return whether every headline of every scenario, and its difference from the
 * baseline where there is one, is known as narrowly as wanted. What cannot be
 * told at all does not count. Ranges of differences are those that are printed: of several scenarios
 * they hold together.
 */
export function isPrecise(
  { arms }: RunResult,
  scenarios: readonly string[],
  baseline: string | null,
): boolean {
  const armOf = (id: string) => arms.find((arm) => arm.id === id);
  const against = baseline === null ? undefined : armOf(baseline);
  const level = levelTogether(scenarios.filter((id) => id !== baseline).length);
  return scenarios.every((id) => {
    const arm = armOf(id);
    if (!arm) throw new Error(`The run has no arm ${id}.`);
    return headlinesOf(arm).every((measure) => {
      const theirs = against && headlinesOf(against).find(isLike(measure));
      const intervals = [intervalOf(arm, measure)];
      if (against && theirs && against !== arm) {
        intervals.push(wideDifference({ arm, measure }, { arm: against, measure: theirs }, level));
      }
      return intervals.every(
        ({ value, low, high }) =>
          value === null ||
          (low !== null && high !== null && (high - low) / 2 <= halfWidthWanted(measure.unit)),
      );
    });
  });
}

/**
 * Return the place, among looks taken in order, at which a run may stop: the
 * second of the first two in a row that were precise; -1 where there are none.
 *
 * A first touch may be luck; stopping there covers too seldom (Hoad, Robinson &
 * Davies, J. Oper. Res. Soc. 61, 2010).
 */
export function mayStopAt(looks: readonly boolean[]): number {
  return looks.findIndex((precise, i) => i > 0 && precise && looks[i - 1]);
}

function headlinesOf({ plan }: ArmResult): Measure[] {
  return plan.measures.filter(({ headline }) => headline);
}

function isLike(wanted: Measure): (measure: Measure) => boolean {
  const key = measureKey(wanted);
  return (measure) => measureKey(measure) === key;
}
