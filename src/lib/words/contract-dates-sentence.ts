import type { Difference } from '../comparison/summary.ts';
import { change, directionOf, rangeShort } from './changes.ts';
import { measureWords } from './measure-words.ts';
import { stepOfChange } from './precision.ts';

type Part = Difference['contractDatesAlone'];

/** What contract dates alone do, and what assumed effects add, each on a line of its own. */
export interface ContractDatesLines {
  dates: string;
  /** Null where it cannot be told. */
  effects: string | null;
}

/**
 * "Contract dates alone: 0.4 fewer (0.2 to 0.6). Assumed effects add 0.3 fewer
 * (0.1 to 0.5)."
 *
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
      : 'Cannot tell how much of this comes from contract dates alone',
    effects: isTold(effects) ? effectsLine(effects, dates, difference) : null,
  };
}

/** True where either part differs clearly from nothing: then there is something to say of them. */
export function isEitherPartClear(difference: Difference): boolean {
  const { contractDatesAlone, assumedEffects } = difference;
  return [contractDatesAlone, assumedEffects].some((part) => isTold(part) && isClear(part));
}

type Told = { difference: number; low: number; high: number };

function datesLine(part: Told, whole: Difference): string {
  if (isNothing(part)) return 'Contract dates alone change nothing';
  if (!isClear(part))
    return `Contract dates alone make no clear difference (${range(part, whole)})`;
  return `Contract dates alone: ${sizeAndRange(part, whole)}`;
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
