import type { Difference } from '../comparison/summary.ts';
import { change, directionOf } from './changes.ts';
import { amount, stepOf } from './figures.ts';
import { verdict } from './how-sure.ts';
import { measureWords } from './measure-words.ts';
import { capitalised, listOf, roundTo } from './numbers.ts';

/**
 * How much of a difference is arithmetic of contract dates and how much rests
 * on assumed effects: the two add to the whole. Where they pull against each
 * other the sentence says both in full.
 */
export function contractDatesSentence(difference: Difference): string {
  const { id, unit, contractDatesAlone } = difference;
  const whole = difference.difference;
  const dates = contractDatesAlone?.difference ?? null;
  if (whole === null || dates === null) {
    return 'Cannot tell how much of this comes from contract dates alone.';
  }
  const direction = measureWords(id).direction ?? directionOf(unit);
  // Rounded first, so that the two parts as said add to the whole as said. A small whole is split
  // more finely than it is said: rounding must not turn two thirds into none.
  const said = stepOf(unit, whole);
  const isCoarse = (said === 1 || said === 0.1) && Math.abs(whole) < 5 * said;
  const step = isCoarse && unit !== 'GBP' && unit !== 'GBP each' ? said / 10 : said;
  const fromDates = roundTo(dates, step);
  const effects = roundTo(roundTo(whole, step) - fromDates, step);
  if (verdict(difference) === 'no clear difference') {
    return `Contract dates alone give ${change(dates, unit, direction)}; with the assumed effects there is no clear difference.`;
  }
  const almost = dates === 0 || dates === whole ? '' : 'almost ';
  if (fromDates === 0)
    return capitalised(
      `${almost}none of this difference comes from contract dates alone: ${almost}all of it rests on assumed effects.`,
    );
  if (effects === 0)
    return capitalised(
      `${almost}all of this difference comes from contract dates alone: ${almost}none of it rests on assumed effects.`,
    );
  if (whole > 0 === fromDates > 0 && whole > 0 === effects > 0) {
    return (
      `Of this difference, ${amount(Math.abs(fromDates), unit, step)} comes from contract dates alone ` +
      `and ${amount(Math.abs(effects), unit, step)} rests on assumed effects.${doubt(difference)}`
    );
  }
  return (
    `Contract dates alone give ${change(fromDates, unit, direction)}; ` +
    `assumed effects then make it ${change(effects, unit, direction)}.${doubt(difference)}`
  );
}

/** Either part may be within the range of luck while the whole is not: then the split is said to be unsure. */
function doubt({ contractDatesAlone, assumedEffects }: Difference): string {
  const parts = [
    ...(holdsZero(contractDatesAlone) ? ['contract dates alone'] : []),
    ...(holdsZero(assumedEffects) ? ['assumed effects'] : []),
  ];
  return parts.length === 0 ? '' : ` The part of ${listOf(parts)} is no clearer than luck.`;
}

function holdsZero(part: Difference['assumedEffects']): boolean {
  if (!part || part.low === null || part.high === null) return false;
  return part.low <= 0 && part.high >= 0;
}
