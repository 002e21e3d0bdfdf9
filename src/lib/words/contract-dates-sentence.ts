import type { Difference } from '../comparison/summary.ts';
import { change, directionOf, rangeShort } from './changes.ts';
import { measureWords } from './measure-words.ts';
import { capitalised } from './numbers.ts';
import { stepOfChange } from './precision.ts';

type Part = Difference['contractDatesAlone'];

/** What is left without assumed effects, and what these add, each on a line of its own. */
export interface ContractDatesLines {
  dates: string;
  /** Null where it cannot be told. */
  effects: string | null;
}

/**
 * "Contract dates alone: 0.4 fewer (0.2 to 0.6). Assumed effects add 0.3 fewer
 * (0.1 to 0.5)."
 *
 * Only where a scenario changes nothing but contract dates, as far as is known, is the
 * first part theirs; else it is told as what is left with every assumed effect switched off.
 * Each part has its own range and is judged by it alone: where that holds zero
 * the part makes no clear difference, however large it looks beside the other.
 * Nothing is said to be all or none of a difference, save where a part is
 * exactly nothing in every run.
 */
export function contractDatesSentence(difference: Difference): string {
  const { dates, effects } = contractDatesLines(difference);
  return effects === null ? `${dates}.` : `${dates}. ${effects}.`;
}

/** The same as two lines without full stops, for cells of tables. */
export function contractDatesLines(difference: Difference): ContractDatesLines {
  const { contractDatesAlone: dates, assumedEffects: effects } = difference;
  return {
    dates: isTold(dates)
      ? datesLine(dates, difference)
      : difference.changesDatesAlone
        ? 'Cannot tell how much of this comes from contract dates alone'
        : `Cannot tell what is left ${SWITCHED_OFF}`,
    effects: isTold(effects) ? effectsLine(effects, dates, difference) : null,
  };
}

/** True where either part differs clearly from nothing: then there is something to say of them. */
export function isEitherPartClear(difference: Difference): boolean {
  const { contractDatesAlone, assumedEffects } = difference;
  return [contractDatesAlone, assumedEffects].some((part) => isTold(part) && isClear(part));
}

const SWITCHED_OFF = 'with every assumed effect switched off';

type Told = { difference: number; low: number; high: number };

function datesLine(part: Told, whole: Difference): string {
  const isOfDates = whole.changesDatesAlone === true;
  const start = isOfDates ? 'Contract dates alone' : capitalised(SWITCHED_OFF);
  if (isNothing(part)) return isOfDates ? `${start} change nothing` : `${start}, nothing changes`;
  if (!isClear(part)) {
    const makes = isOfDates ? ' make' : ', there is';
    return `${start}${makes} no clear difference (${range(part, whole)})`;
  }
  return `${start}: ${sizeAndRange(part, whole)}`;
}

function effectsLine(part: Told, dates: Part, whole: Difference): string {
  if (isNothing(part)) return 'Assumed effects add nothing';
  if (!isClear(part)) return `Assumed effects add no clear difference (${range(part, whole)})`;
  const isAgainst = isTold(dates) && isClear(dates) && dates.difference > 0 !== part.difference > 0;
  const said = sizeAndRange(part, whole);
  if (isAgainst) return `Assumed effects pull the other way: ${said}`;
  const { id, unit } = whole;
  const { more } = measureWords(id).direction ?? directionOf(unit);
  // "add 0.3 fewer" reads well enough; "add 0.4 percentage points higher" does not.
  return more.startsWith('more') ? `Assumed effects add ${said}` : `Assumed effects: ${said}`;
}

function sizeAndRange(part: Told, { id, unit }: Difference): string {
  const direction = measureWords(id).direction ?? directionOf(unit);
  const { difference, low, high } = part;
  const step = stepOfChange(unit, [difference, low, high]);
  return `${change(difference, unit, direction, step)} (${rangeShort(low, high, unit, direction, step)})`;
}

function range({ low, high }: Told, { id, unit }: Difference): string {
  return rangeShort(low, high, unit, measureWords(id).direction ?? directionOf(unit));
}

function isTold(part: Part): part is Told {
  return part !== null && part.difference !== null && part.low !== null && part.high !== null;
}

function isClear({ low, high }: Told): boolean {
  return low > 0 || high < 0;
}

function isNothing({ low, high }: Told): boolean {
  return low === 0 && high === 0;
}
