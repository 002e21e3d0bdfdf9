import type { Difference, Estimate } from '../comparison/summary.ts';
import { change, changeBetween, directionOf } from './changes.ts';
import { figureClause } from './estimate-sentence.ts';
import { CANNOT_TELL } from './figures.ts';
import { howOftenBetter, verdict } from './how-sure.ts';
import { measureTitle, measureWords } from './measure-words.ts';
import type { Names } from './names.ts';
import { stepApart, stepOfDifference, type Beside } from './precision.ts';

/** How a sentence names what it compares. */
export interface DifferenceOptions {
  /** How many runs it comes from. */
  runs: number;
  /** The other scenario's title as it stands after "than". */
  baseline?: string;
  /** Which services the whole is of, where a part of them is told too: "in all services". */
  which?: string;
}

/**
 * "37 of 100 relationships begun are cut short within two years, 8.2 fewer than
 * as it is (between 6 and 10 fewer); better in 96 of 100 runs."
 *
 * `estimate` is the scenario's own. Where the range holds zero the sentence
 * says that there is no clear difference, and gives the range all the same.
 */
export function differenceSentence(
  difference: Difference,
  estimate: Estimate,
  names: Names,
  { runs, baseline = 'as it is', which = '' }: DifferenceOptions,
): string {
  const { id, by, unit, low, high } = difference;
  const range = differenceRange(difference);
  if (difference.difference === null || range === null) {
    return `${measureTitle(id, by, names, which)}: ${CANNOT_TELL}.`;
  }
  const clause =
    estimate.mean === null
      ? measureTitle(id, by, names, which)
      : figureClause(id, by, unit, estimate.mean, names, {
          which,
          step: stepApart(unit, [besideBaseline(estimate.mean, difference)]),
        });
  if (low === 0 && high === 0) return `${clause}, the same as ${sameAs(baseline)}.`;
  if (verdict(difference) === 'no clear difference') {
    return `${clause}. No clear difference from ${sameAs(baseline)} (${range}).`;
  }
  const often = howOftenBetter(difference, runs);
  const than = `${differencePhrase(difference)} than ${baseline}`;
  return `${clause}, ${than} (${range})${often === null ? '' : `; ${often}`}.`;
}

/** The short form for a cell of a table: "8.2 fewer", "No clear difference", "Cannot tell". */
export function differencePhrase(difference: Difference): string {
  const { id, unit } = difference;
  switch (verdict(difference)) {
    case 'cannot tell':
      return 'Cannot tell';
    case 'no clear difference':
      return 'No clear difference';
    case 'better':
    case 'worse':
    case 'higher':
    case 'lower':
      return change(
        difference.difference ?? 0,
        unit,
        measureWords(id).direction ?? directionOf(unit),
        stepOfDifference(unit, difference),
      );
  }
}

/** "between 6 and 10 fewer", as finely as the difference itself; null where it cannot be told. */
export function differenceRange(difference: Difference): string | null {
  const { id, unit, low, high } = difference;
  if (low === null || high === null) return null;
  const direction = measureWords(id).direction ?? directionOf(unit);
  return changeBetween(low, high, unit, direction, stepOfDifference(unit, difference));
}

/** "8.2 fewer (between 6 and 10 fewer)", "No clear difference (between 1 fewer and 2 more)". */
export function differenceWithRange(difference: Difference): string {
  const { low, high } = difference;
  if (low === 0 && high === 0) return 'No difference';
  const [phrase, range] = [differencePhrase(difference), differenceRange(difference)];
  return range === null ? phrase : `${phrase} (${range})`;
}

/**
 * A scenario's figure beside the one it is compared with, for `stepApart`.
 * That other is worked out from the two that are known.
 */
export function besideBaseline(mean: number | null, difference: Difference | undefined): Beside {
  const by = difference?.difference ?? null;
  const judged = difference === undefined ? 'cannot tell' : verdict(difference);
  return {
    mean,
    against: mean === null || by === null ? null : mean - by,
    isClear: judged !== 'no clear difference' && judged !== 'cannot tell',
  };
}

/** "as it is" reads well after "than" but not after "from". */
function sameAs(baseline: string): string {
  return baseline === 'as it is' ? 'how it is now' : baseline;
}
