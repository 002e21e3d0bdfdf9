import type { Difference } from '../comparison/summary.ts';
import { change, directionOf } from './changes.ts';
import { amount, stepOf } from './figures.ts';
import { verdict } from './how-sure.ts';
import { measureWords } from './measure-words.ts';
import { roundTo } from './numbers.ts';

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
  // Rounded first, so that the two parts as said add to the whole as said.
  const step = stepOf(unit, whole);
  const fromDates = roundTo(dates, step);
  const effects = roundTo(roundTo(whole, step) - fromDates, step);
  if (verdict(difference) === 'no clear difference') {
    return `Contract dates alone give ${change(dates, unit, direction)}; with the assumed effects there is no clear difference.`;
  }
  if (fromDates === 0)
    return 'None of this difference comes from contract dates alone: all of it rests on assumed effects.';
  if (effects === 0)
    return 'All of this difference comes from contract dates alone: none of it rests on assumed effects.';
  if (whole > 0 === fromDates > 0 && whole > 0 === effects > 0) {
    return (
      `Of this difference, ${amount(Math.abs(fromDates), unit)} comes from contract dates alone ` +
      `and ${amount(Math.abs(effects), unit)} rests on assumed effects.`
    );
  }
  return (
    `Contract dates alone give ${change(fromDates, unit, direction)}; ` +
    `assumed effects then make it ${change(effects, unit, direction)}.`
  );
}
