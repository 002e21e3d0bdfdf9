import { dateInWords } from './dates.ts';
import { years } from './durations.ts';
import { capitalised, countOf, wholeNumber } from './numbers.ts';

/** What the sentence needs of a contract: its ends, as the first day without money, from the start. */
export interface ContractEnds {
  name: string;
  recurrent: boolean;
  ends: readonly number[];
}

/**
 * "Over 10 years 3 of 4 contracts come to an end 17 times. The first end is
 * Connect4Change award, on 30 September 2027."
 */
export function contractEndsSentence(
  contracts: readonly ContractEnds[],
  start: string,
  horizonDays: number,
): string {
  const fixed = contracts.filter(({ recurrent }) => !recurrent);
  const ends = fixed.flatMap(({ name, ends: days }) =>
    days.filter((day) => day < horizonDays).map((day) => ({ name, day })),
  );
  if (contracts.length === 0) return 'No contracts are given.';
  const first = ends.sort((a, b) => a.day - b.day)[0];
  if (!first) return `No contract comes to an end within ${years(horizonDays)}.`;
  const which =
    fixed.length === contracts.length
      ? `${fixed.length === 1 ? 'the contract comes' : `all ${wholeNumber(fixed.length)} contracts come`}`
      : `${wholeNumber(fixed.length)} of ${wholeNumber(contracts.length)} contracts ${fixed.length === 1 ? 'comes' : 'come'}`;
  return (
    `Over ${years(horizonDays)} ${which} to an end ${countOf(ends.length, 'time', 'times')}` +
    `${fixed.length > 1 ? ' in all' : ''}. The first is ${capitalised(first.name)}, ` +
    `whose last day is ${dateInWords(start, first.day - 1)}.`
  );
}
