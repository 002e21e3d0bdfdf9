import type { Difference, Estimate } from '../comparison/summary.ts';
import { change, changeBetween, directionOf } from './changes.ts';
import { figureClause } from './estimate-sentence.ts';
import { CANNOT_TELL } from './figures.ts';
import { howOften, verdict } from './how-sure.ts';
import { measureTitle, measureWords } from './measure-words.ts';
import type { Names } from './names.ts';

/**
 * "37 of 100 relationships begun are cut short within two years, 8 fewer than
 * as it is (between 6 and 10 fewer); better in 96 of 100 runs."
 *
 * `estimate` is the scenario's own; `baseline` the other's title as it stands
 * after "than". Where the range holds zero the sentence says that there is no
 * clear difference, and gives the range all the same.
 */
export function differenceSentence(
  difference: Difference,
  estimate: Estimate,
  names: Names,
  baseline = 'as it is',
): string {
  const { id, by, unit, low, high } = difference;
  if (difference.difference === null || low === null || high === null) {
    return `${measureTitle(id, by, names)}: ${CANNOT_TELL}.`;
  }
  const clause =
    estimate.mean === null
      ? measureTitle(id, by, names)
      : figureClause(id, by, unit, estimate.mean, names);
  const direction = measureWords(id).direction ?? directionOf(unit);
  const range = changeBetween(low, high, unit, direction);
  if (low === 0 && high === 0) return `${clause}, the same as ${sameAs(baseline)}.`;
  if (verdict(difference) === 'no clear difference') {
    return `${clause}. No clear difference from ${sameAs(baseline)} (${range}).`;
  }
  const often = difference.better === 'neither' ? null : howOften(difference.shareBetter);
  const than = `${change(difference.difference, unit, direction)} than ${baseline}`;
  return `${clause}, ${than} (${range})${often === null ? '' : `; ${often}`}.`;
}

/** The short form for a cell of a table: "8 fewer (6 to 10)" is not said; words are: "8 fewer". */
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
      );
  }
}

/** "as it is" reads well after "than" but not after "from". */
function sameAs(baseline: string): string {
  return baseline === 'as it is' ? 'how it is now' : baseline;
}
